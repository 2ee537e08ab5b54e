-- One row per calendar and stretch of open time in UTC, clipped to the range covered; windows that overlap or touch are one.
-- An instant is open when its local wall time lies in a window: opening included, closing not.
-- So a wall time that comes twice is open twice, one that is skipped is open never, and a day open from 0 to 24 has 23 or 25
-- hours when the clocks change. A window edged inside the repeated hour therefore opens twice.
-- A window belongs to the local day on which it opens: the night into a holiday is open, the night out of one is not.
create or replace table open_window as
with local_day as (
    -- A local day reaches 12 hours back and 14 ahead of its UTC day, and its windows end within two days.
    select unnest(generate_series(
        covered.first_day - 2, covered.first_day + covered.days, interval 1 day
    ))::date as day
    from calendar_range
),
local_window as (
    select
        calendar_id,
        timezone,
        day + to_seconds(opens_second) as opens_at,
        day + to_seconds(closes_second) as closes_at
    from calendar
    inner join calendar_rule using (calendar_id)
    inner join local_day on isodow(day) = weekday
    anti join holiday using (calendar_id, day)
),
utc_window as (
    select
        calendar_id,
        greatest(opens_at - to_seconds(offset_seconds), begins_at) as opens_at,
        least(closes_at - to_seconds(offset_seconds), ends_at) as closes_at
    from local_window
    inner join zone_offset using (timezone)
    where greatest(opens_at - to_seconds(offset_seconds), begins_at)
        < least(closes_at - to_seconds(offset_seconds), ends_at)
),
marked_window as (
    select
        *,
        opens_at <= max(closes_at) over (
            partition by calendar_id order by opens_at, closes_at rows between unbounded preceding and 1 preceding
        ) as continues
    from utc_window
),
numbered_window as (
    select
        *,
        count(*) filter (continues is not true) over (
            partition by calendar_id order by opens_at, closes_at rows unbounded preceding
        ) as number
    from marked_window
)
select calendar_id, min(opens_at) as opens_at, max(closes_at) as closes_at
from numbered_window
group by calendar_id, number
order by calendar_id, opens_at;
