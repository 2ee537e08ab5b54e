-- Clocks whose due time is asked for: those with a target.
insert into clock_due
select span.span_id, span.calendar_id, span.started_at, target.target_seconds
from ticket_span as span
inner join ticket_target as target on target.span_id = span.span_id
