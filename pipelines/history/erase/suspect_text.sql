-- One row a text of the file that has a word with which some erased name begins. $salt: of this home.
-- Words are looked up once each: a million subjects share a few thousand.
with

texts as (
    select distinct value as text
    from (
        unpivot (select site, issue_type, sub_type, status, technician, subject, channel from clean_row)
        on columns(*) into name field value value
    )
),

words as (
    select text, unnest(list_distinct(regexp_extract_all(lower(text), '[\pL\pN]+'))) as word from texts
),

erased_words as (
    select word
    from (select distinct word from words)
    where digest_of($salt, 'word', word) in (select digest from tombstone where kind = 'word')
)

select distinct text from words inner join erased_words using (word)
