-- One row per clock span: open seconds of its calendar from start to reading, F(read) - F(start), pauses not yet out.
-- F = open seconds of the calendar so far (open_until.sql). Whole seconds, parts dropped.
-- A clock that ran wholly outside business hours counts 0 seconds, not null. Null where start or reading lies outside the
-- range that calendars cover or the calendar is unknown, never the seconds of a nearer day; and where the reading is
-- before the start.
-- Inner joins on dense keys are looked up in an array instead of hashed, hence the row of day_key 0 for what is outside.
create or replace table opened_seconds as
with placed_span as (
    select
        span_id,
        read_at >= started_at as ran,
        day_key(covered, calendar_id, started_at) as start_key,
        day_second(started_at) as start_second,
        day_key(covered, calendar_id, read_at) as read_key,
        day_second(read_at) as read_second
    from clock_span
    cross join calendar_range
)
select
    span_id,
    if(ran, open_until(read_day.hours, read_second) - open_until(start_day.hours, start_second), null) as opened_seconds
from placed_span
inner join calendar_day as start_day on start_day.day_key = start_key
inner join calendar_day as read_day on read_day.day_key = read_key;
