-- One row a column and shape of date, with what could decide whether its day or its month comes first.
-- A shape keeps the marks of a date and names its parts: Y four digits, 9 other digits, Mon a word, PM a half day.
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
    select
        field, text,
        regexp_replace(regexp_replace(regexp_replace(regexp_replace(
            text, '\b\d{4}\b', 'Y', 'g'), '\d+', '9', 'g'), '(?i)\b[ap]m\b', 'PM', 'g'), '[A-Za-z]{3,}', 'Mon', 'g') as shape,
        regexp_extract(text, '^(\d{1,2})[/.-](\d{1,2})[/.-]', ['first', 'second']) as part
    from dates
)

select
    field, shape,
    count(*) as n,
    count(*) filter (try_cast(part.first as integer) > 12) as first_over_12,
    count(*) filter (try_cast(part.second as integer) > 12) as second_over_12,
    min(text) as example,
    count(distinct part.first) as firsts
from shapes
group by field, shape
order by field, n desc, shape
