-- One row a column of numbers in which a comma stands for the decimals: its field, and whether a point does so as well.
-- $columns: field and places of each column that is asked about; $path, $mark, $names, $padded, $missing as in
-- said_rows.sql.
with

numbers as (
    select unnest(list_transform($columns, lambda d: {'field': d.field, 'text': said(cells, d.places, $missing)}), recursive := true)
    from rows_of($path, $mark, $names, $padded)
)

select
    field,
    bool_or(regexp_full_match(text, '[-+]?\d+[.](\d{1,2}|\d{4,})|[-+]?\d{1,3}(,\d{3})+[.]\d+')) as with_points
from numbers
where text is not null
group by field
having bool_or(regexp_full_match(text, '[-+]?(\d+|\d{1,3}([. \x{00a0}\x{202f}]\d{3})+),(\d{1,2}|\d{4,})'))
order by field
