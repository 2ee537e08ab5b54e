-- Names of files hold the name in any company: "acme2026.csv". $loose: the name wherever it stands.
update load set file_name = regexp_replace(file_name, $loose, '(erased)', 'g')
