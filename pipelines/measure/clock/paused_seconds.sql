-- One row per clock span that was paused: open seconds inside its pauses (merged_pause.sql has counted overlaps once).
-- A signed sum of F over the pauses' ends, one GROUP BY and no window function.
create or replace table paused_seconds as
with placed_pause as (
    select
        span_id,
        day_key(covered, calendar_id, paused_at) as pause_key,
        day_second(paused_at) as pause_second,
        day_key(covered, calendar_id, resumed_at) as resume_key,
        day_second(resumed_at) as resume_second
    from merged_pause
    cross join calendar_range
)
select
    span_id,
    sum(open_until(resume_day.hours, resume_second) - open_until(pause_day.hours, pause_second))::bigint as paused_seconds
from placed_pause
inner join calendar_day as pause_day on pause_day.day_key = pause_key
inner join calendar_day as resume_day on resume_day.day_key = resume_key
group by span_id;
