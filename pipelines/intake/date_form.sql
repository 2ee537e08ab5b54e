-- One row a column and shape of date, with what could decide whether its day or its month comes first.
-- A shape keeps the marks of a date and names its parts: Y four digits, 9 other digits, Mon a word, PM a half day.
-- A file has few days and few ways to write the time after them, so that the shapes of these are the shapes of all.
-- $columns: field and places of each column of instants; $path, $mark, $names, $padded, $missing as in said_rows.sql.
with

dates as (
    select unnest(list_transform($columns, lambda d: {'field': d.field, 'text': said(cells, d.places, $missing)}), recursive := true)
    from rows_of($path, $mark, $names, $padded)
),

days as (
    select field, text[:10] as day, translate(text[11:], '0123456789', '9999999999') as time, count(*) as n
    from dates
    where text is not null
    group by all
),

shapes as (
    select
        *,
        regexp_replace(regexp_replace(regexp_replace(regexp_replace(
            day || time, '\b\d{4}\b', 'Y', 'g'), '\d+', '9', 'g'), '(?i)\b[ap]m\b', 'PM', 'g'), '[A-Za-z]{3,}', 'Mon', 'g') as shape,
        regexp_extract(day, '^(\d{1,2})[/.-](\d{1,2})[/.-]', ['first', 'second']) as part
    from days
)

select
    field, shape,
    cast(sum(n) as bigint) as n,
    coalesce(sum(n) filter (try_cast(part.first as integer) > 12), 0)::bigint as first_over_12,
    coalesce(sum(n) filter (try_cast(part.second as integer) > 12), 0)::bigint as second_over_12,
    min(day) as example,
    count(distinct part.first) as firsts,
    min(try_cast(regexp_extract(day, '\b(19|20)\d{2}\b') as integer)) as first_year,
    max(try_cast(regexp_extract(day, '\b(19|20)\d{2}\b') as integer)) as last_year
from shapes
group by field, shape
order by field, n desc, shape
