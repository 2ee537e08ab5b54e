-- One row: the latest moment (UTC) at which the rows of a corrected table were taken, and how many rows say something else
-- in its place. An empty cell says nothing. Lists are of no moment, which is written as 1970.
-- $place: of the column, counted from 1. $path, $mark, $names, $padded: the file.
with

said as (
    select trim(cells[$place]) as text from rows_of($path, $mark, $names, $padded)
),

moments as (
    select
        if(regexp_matches(text, '^\d{4}-')
            and try_cast(text as timestamp) between timestamp '1970-01-01' and cast(now() as timestamp) + interval 2 days,
            try_cast(text as timestamp), null) as moment
    from said
    where text <> ''
)

select max(moment) as latest, count(*) - count(moment) as odd from moments
