-- One row a ticket's clock that is judged: by which moment's targets, in whose hours, and the cells that choose its line.
create or replace temp table judged_span as
select
    span.span_id, span.clock, ticket.calendar_id, judged.judged_at, lower(trim(ticket.client)) as client,
    ticket.premium, ticket.issue_type, ticket.distance_band, ticket.work_mode, ticket.priority, ticket.tier
from ticket_span as span
inner join placed_ticket as ticket on ticket.source = span.source and ticket.ticket_id = span.ticket_id
inner join judged_ticket as judged on judged.source = span.source and judged.ticket_id = span.ticket_id
where span.clock <> 'first_resolution'
