-- The same for loads that were undone. $loose: the name wherever it stands.
update undone_load set file_name = regexp_replace(file_name, $loose, '(erased)', 'g')
