-- One row a column and shape of date, with what could decide whether its day or its month comes first.
-- Shapes are those of date_shape in date_macros.sql. A file has few days and few ways to write the time after them, so
-- that an ordinary date is looked at once a day, with the digits of its time made alike.
-- Of a number only those cells count in which a comma stands; their shape is a comma.
-- $columns: field and places of each column, and whether it holds numbers; $path, $mark, $names, $padded, $missing as in
-- said_rows.sql.
with

dates as (
    select unnest(list_transform($columns, lambda d: {
        'field': d.field,
        'text': case
            when not d.number then said(cells, d.places, $missing)
            when contains(said(cells, d.places, $missing), ',') then ','
        end
    }), recursive := true)
    from rows_of($path, $mark, $names, $padded)
),

days as (
    select
        field, count(*) as n,
        if(text[1:1] between '0' and '9' and cut > 6,
            text[:cut] || translate(text[cut + 1:], '0123456789', '9999999999'), text) as text
    from (select *, if(text[11:11] = 'T', 10, strpos(text, ' ') - 1) as cut from dates where text is not null)
    group by all
),

shapes as (
    select field, text, n, date_shape(text) as shape from days
),

parts as (
    select
        *,
        regexp_extract(if(starts_with(shape, '~'), plain_date(text), text),
            '^(\d{1,2})[/.-](\d{1,2})[/.-]', ['first', 'second']) as part,
        try_cast(regexp_extract(text[:10], '\b(19|20)\d{2}\b') as integer) as year
    from shapes
)

select
    field, shape,
    cast(sum(n) as bigint) as n,
    cast(coalesce(sum(n) filter (try_cast(part.first as integer) > 12), 0) as bigint) as first_over_12,
    cast(coalesce(sum(n) filter (try_cast(part.second as integer) > 12), 0) as bigint) as second_over_12,
    min(text) as example,
    count(distinct part.first) as firsts,
    min(year) as first_year,
    max(year) as last_year
from parts
group by field, shape
order by field, n desc, shape
