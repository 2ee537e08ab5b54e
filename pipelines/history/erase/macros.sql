-- Names of clients are the same in any case and spacing; what is erased is remembered as salted hashes alone.
create or replace temp macro plain_name(text) as
    lower(trim(regexp_replace(nfc_normalize(text), '[\s\p{Z}]+', ' ', 'g')));

create or replace temp macro digest_of(salt, kind, content) as
    sha256(salt || '|' || kind || '|' || content);

create or replace temp macro scrubbed(text) as
    regexp_replace(text, getvariable('erased_pattern'), '(erased)', 'g');
