-- One row a ticket, in the order of desk_ticket.sql: its targets in seconds, by clock, without and with Premium; null
-- where none holds.
select
    max(target.target_seconds) filter (span.clock = 'first_response' and not span.premium) as response_false,
    max(target.target_seconds) filter (span.clock = 'first_response' and span.premium) as response_true,
    max(target.target_seconds) filter (span.clock = 'resolution' and not span.premium) as resolution_false,
    max(target.target_seconds) filter (span.clock = 'resolution' and span.premium) as resolution_true
from judged_span as span
left join ticket_target as target on target.span_id = span.span_id
group by span.source, span.ticket_id, span.opened_at
order by span.opened_at, span.ticket_id, span.source
