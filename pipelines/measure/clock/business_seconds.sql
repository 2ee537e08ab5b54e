-- One row per clock span: seconds inside the client's open windows, pauses taken out; a view, nothing is stored twice.
-- outside_calendar: the clock ran, but not inside the range that calendars cover.
create or replace view business_seconds as
select
    span_id,
    opened_seconds - coalesce(paused_seconds, 0) as business_seconds,
    if(opened_seconds is not null, coalesce(paused_seconds, 0), null) as paused_seconds,
    if(read_at >= started_at, epoch_us(read_at) // 1000000 - epoch_us(started_at) // 1000000, null) as calendar_seconds,
    coalesce(read_at >= started_at and opened_seconds is null, false) as outside_calendar
from opened_seconds
inner join clock_span using (span_id)
left join paused_seconds using (span_id);
