-- Spans for the clock: those whose end is unknown are not read.
insert into clock_span
select span_id, calendar_id, started_at, coalesce(stopped_at, greatest(as_of, started_at))
from ticket_span
where ended <> 'unknown'
