-- One row per clock span: seconds inside the calendar's open windows, pauses taken out; whole seconds, parts dropped.
-- business_seconds = F(read) - F(start) - paused_seconds, F = open seconds of the calendar so far (open_until.sql).
-- paused_seconds: open seconds inside pauses (merged_pause.sql has counted overlaps once).
-- A clock that ran wholly outside business hours counts 0 seconds, not null.
-- outside_calendar: start or reading lies outside the range that calendars cover, or the calendar is unknown: the business
-- seconds are null, never those of a nearer day. A reading before the start (or a null) leaves all seconds null.
-- Only an inner join on dense keys is looked up in an array instead of hashed (half the time), hence day_key 0 for outside.
create or replace table business_seconds as
with placed_span as (
    select
        span_id,
        epoch_us(read_at) // 1000000 - epoch_us(started_at) // 1000000 as calendar_seconds,
        day_key(covered, calendar_id, started_at) as start_key,
        day_second(started_at) as start_second,
        day_key(covered, calendar_id, read_at) as read_key,
        day_second(read_at) as read_second
    from clock_span
    cross join calendar_range
    where read_at >= started_at
),
placed_pause as (
    select
        span_id,
        day_key(covered, calendar_id, paused_at) as pause_key,
        day_second(paused_at) as pause_second,
        day_key(covered, calendar_id, resumed_at) as resume_key,
        day_second(resumed_at) as resume_second
    from merged_pause
    cross join calendar_range
),
paused_span as (
    select
        span_id,
        sum(open_until(resume_day.hours, resume_second) - open_until(pause_day.hours, pause_second))::bigint as paused
    from placed_pause
    inner join calendar_day as pause_day on pause_day.day_key = pause_key
    inner join calendar_day as resume_day on resume_day.day_key = resume_key
    group by span_id
),
opened_span as (
    select
        placed_span.*,
        open_until(read_day.hours, read_second) - open_until(start_day.hours, start_second) as opened
    from placed_span
    inner join calendar_day as start_day on start_day.day_key = start_key
    inner join calendar_day as read_day on read_day.day_key = read_key
)
select
    span_id,
    opened - coalesce(paused, 0) as business_seconds,
    coalesce(paused, opened - opened) as paused_seconds,
    calendar_seconds,
    opened is null as outside_calendar
from opened_span
left join paused_span using (span_id)
union all
select span_id, null, null, null, false
from clock_span
where (read_at >= started_at) is not true;
