-- One row a ticket and clock, with and without Premium: what targets are asked of, by the lines of a moment ($at).
create or replace temp table judged_span as
select
    row_number() over () as span_id, clock.clock, ticket.calendar_id, $at::timestamp as judged_at,
    lower(trim(ticket.client)) as client, with_it.premium, ticket.issue_type, ticket.distance_band, ticket.work_mode,
    ticket.priority, ticket.tier, ticket.source, ticket.ticket_id, ticket.opened_at
from placed_ticket as ticket
cross join (select unnest(['first_response', 'resolution']) as clock) as clock
cross join (select unnest([false, true]) as premium) as with_it
where not ticket.excluded
