-- One row a clock and day as it looked then: seconds so far, whether it still ran, and whether it waited.
-- quiet_seconds: calendar seconds since its last change of status; open_seconds: since it was opened.
select
    span.source, span.ticket_id, span.clock, span.known_at, span.ended = 'open' as still_open, seconds.business_seconds,
    span.waiting, span.steps,
    epoch_us(span.known_at) // 1000000 - epoch_us(span.changed_at) // 1000000 as quiet_seconds,
    epoch_us(span.known_at) // 1000000 - epoch_us(span.started_at) // 1000000 as open_seconds
from ticket_span as span
inner join business_seconds as seconds on seconds.span_id = span.span_id
where seconds.business_seconds is not null
order by span.known_at, span.source, span.ticket_id, span.clock
