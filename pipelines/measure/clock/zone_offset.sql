-- One row per time zone and stretch of time with one offset from UTC, from the first to the last instant covered.
-- The only statement that asks for a time zone; DuckDB's own copy answers, never the one of the operating system.
-- A clock change is looked for on days (UTC) that begin and end with different offsets, there to the minute.
create or replace table zone_offset as
with midnight as (
    select
        timezone,
        unnest(generate_series(covered.first_at, covered.past_at, interval 1 day)) as instant,
        timezone(timezone, timezone('UTC', instant)) as wall_time
    from (select distinct timezone from calendar)
    cross join calendar_range
),
changing_day as (
    select timezone, instant
    from midnight
    qualify wall_time + interval 1 day <> lead(wall_time) over (partition by timezone order by instant)
),
probe as (
    select timezone, min(instant) as instant from midnight group by timezone
    union
    select timezone, unnest(generate_series(instant, instant + interval 1 day, interval 1 minute)) from changing_day
),
stretch as (
    select
        timezone,
        instant as begins_at,
        date_diff('second', instant, timezone(timezone, timezone('UTC', instant)))::integer as offset_seconds
    from probe
    qualify offset_seconds is distinct from lag(offset_seconds) over (partition by timezone order by instant)
)
select
    timezone,
    begins_at,
    lead(begins_at, 1, covered.past_at) over (partition by timezone order by begins_at) as ends_at,
    offset_seconds
from stretch
cross join calendar_range;
