-- One row per clock of clock_due: the instant at which it has run for its target, pauses ignored.
-- The first such instant: a target that ends with the day is due at closing, not at the next opening.
-- A target of 0 is due at the start. Null where the range covered ends before, or the start lies outside it.
create or replace table due_at as
with counted_window as (
    select
        *,
        date_diff('second', opens_at, closes_at) as open_seconds,
        sum(open_seconds) over (partition by calendar_id order by opens_at) - open_seconds as opened_before
    from open_window
),
placed_due as (
    select
        clock_due.*,
        day_key(covered, calendar_id, started_at) as start_key,
        day_second(started_at) as start_second
    from clock_due
    cross join calendar_range
),
wanted_due as (
    select placed_due.*, open_until(hours, start_second) + target_seconds as wanted
    from placed_due
    inner join calendar_day on day_key = start_key
)
select
    span_id,
    case
        when wanted is null then null
        when target_seconds = 0 then started_at
        when target_seconds > 0 and wanted <= opened_before + open_seconds
            then opens_at + to_seconds(wanted - opened_before)
    end as due_at
from wanted_due
asof left join counted_window
    on wanted_due.calendar_id = counted_window.calendar_id and wanted_due.wanted > counted_window.opened_before;
