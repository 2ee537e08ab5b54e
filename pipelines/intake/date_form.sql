-- One row a column and shape of date, with what could decide whether its day or its month comes first.
-- Shapes are those of date_shape in date_macros.sql.
with

dates as (
    unpivot (
        select
            opened_at, first_response_at, resolved_at, closed_at, reopened_at, updated_at, changed_at,
            first_response_due_at, resolution_due_at, premium_since, valid_from
        from raw_row
    )
    on columns(*) into name field value text
),

shapes as (
    select field, text, date_shape(text) as shape from dates
),

parts as (
    select
        field, text, shape,
        regexp_extract(if(starts_with(shape, '~'), plain_date(text), text),
            '^(\d{1,2})[/.-](\d{1,2})[/.-]', ['first', 'second']) as part
    from shapes
)

select
    field, shape,
    count(*) as n,
    count(*) filter (try_cast(part.first as integer) > 12) as first_over_12,
    count(*) filter (try_cast(part.second as integer) > 12) as second_over_12,
    min(text) as example,
    count(distinct part.first) as firsts
from parts
group by field, shape
order by field, n desc, shape
