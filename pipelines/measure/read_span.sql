-- One row a clock of a ticket as it was read: its seconds, its target and when it is due; first_resolution has no row.
-- It stands by itself so that the wide rows of ticket_clock.sql are joined once: memory is short in a long history.
create or replace temp table read_span as
select span.*, seconds.* exclude (span_id), target.target_seconds, target.target_version, due_at.due_at
from ticket_span as span
left join business_seconds as seconds on seconds.span_id = span.span_id
left join ticket_target as target on target.span_id = span.span_id
left join due_at on due_at.span_id = span.span_id
where span.clock <> 'first_resolution'
