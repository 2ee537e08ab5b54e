-- Resolved without a recorded first response.
-- Good to know: they are in no figure about first responses. See whether the tool records a response that is given by
-- phone.
select source, ticket_id, client, issue_type, opened_at, resolved_at
from placed_ticket
where response_end = 'unknown' and resolution_end = 'stopped' and not excluded
    and source in (select source from placed_ticket where first_response_at is not null)
order by opened_at
