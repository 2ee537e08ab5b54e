-- First response before the ticket was opened.
-- The response is left out; the ticket counts as answered at an unknown time.
select source, ticket_id, client, opened_at
from placed_ticket
where response_end = 'unknown' and resolution_end <> 'unknown' and not excluded and source in (
    select source from placed_ticket where first_response_at is not null
) and exists (
    select 1 from status_change
    where status_change.source = placed_ticket.source and status_change.ticket_id = placed_ticket.ticket_id
        and answers and changed_at < opened_at
)
order by opened_at
