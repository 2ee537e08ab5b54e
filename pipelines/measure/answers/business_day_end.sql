-- A table of stretches (temporary): until when something opened in one counts as done on the same business day.
-- A ticket counts from the moment its client's calendar is open: what comes in after the last closing, on a weekend or on a
-- holiday counts from the next day with open hours. That day ends at midnight of the client's own clock (day_ends_at), or
-- with its last window where this closes after midnight; work done in the evening still counts.
-- Cut at midnights UTC, so that a ticket is looked up by its day. Days and windows are those of open_window.sql.
create or replace temp table business_day_end as
with

local_days as (
    select unnest(generate_series(covered.first_day - 2, covered.first_day + covered.days, interval 1 day))::date as day
    from calendar_range
),

business_days as (
    select
        calendar_id, day,
        timezone('UTC', timezone(timezone, max(day + to_seconds(closes_second)))) as closes_at,
        greatest(closes_at, timezone('UTC', timezone(timezone, day + interval 1 day))) as day_ends_at
    from calendar
    inner join calendar_rule using (calendar_id)
    inner join local_days on isodow(day) = weekday
    anti join holiday using (calendar_id, day)
    group by calendar_id, day, timezone
),

stretches as (
    select *, lag(closes_at) over (partition by calendar_id order by day) as after_at
    from business_days
),

cut as (
    select *, unnest(generate_series(cast(after_at as date), cast(closes_at as date), interval 1 day))::date as utc_day
    from stretches
    where after_at < closes_at
)

select calendar_id, utc_day, after_at, closes_at, day_ends_at
from cut
