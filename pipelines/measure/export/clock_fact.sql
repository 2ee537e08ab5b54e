-- One row a ticket and clock, as numbers that any engine reads: no name, no subject, no technician.
-- client_id: of client_number, 0 where no client is told. opened_month: of the opening, in the company's days.
-- *_day, *_second: an instant as days since 1970 and seconds of the day, UTC; of the reading where the clock still runs.
-- measured: false where the end is not known, or start or end lie outside the calendars.
create table clock_fact as
select
    span.span_id as clock_id, read.source, read.ticket_id, read.clock, coalesce(number.client_id, 0) as client_id,
    strftime(read.opened_day, '%Y-%m') as opened_month, read.tier, read.issue_type, read.priority, read.work_mode,
    read.distance_band, read.premium, span.calendar_id::bigint as calendar_id, span.ended,
    (span.started_at::date - date '1970-01-01')::bigint as start_day, day_second(span.started_at)::bigint as start_second,
    (clock.read_at::date - date '1970-01-01')::bigint as read_day, day_second(clock.read_at)::bigint as read_second,
    read.business_seconds is not null as measured, read.target_seconds::bigint as target_seconds,
    read.business_seconds::bigint as business_seconds, read.paused_seconds::bigint as paused_seconds, read.state
from ticket_clock as read
inner join ticket_span as span
    on span.source = read.source and span.ticket_id = read.ticket_id and span.clock = read.clock
left join clock_span as clock on clock.span_id = span.span_id
left join client_number as number on number.client = read.client
order by opened_month, clock_id
