-- One row: for each day from $first_day to $last_day how many seconds a time zone ($zone) is ahead of UTC, null where
-- that changes on the day; first_day counts from 1970.
with

days as (
    select cast(day as timestamp) as midnight
    from generate_series($first_day, $last_day, interval 1 day) as span (day)
),

edges as (
    select
        epoch_us(midnight) // 86400000000 as place,
        date_diff('second', timezone($zone, midnight - interval 2 hour), timezone('UTC', midnight - interval 2 hour)) as ahead_before,
        date_diff('second', timezone($zone, midnight + interval 26 hour), timezone('UTC', midnight + interval 26 hour)) as ahead_after
    from days
)

select min(place) as first_day, list(if(ahead_before = ahead_after, ahead_before, null) order by place) as ahead
from edges
