-- Closed without a time of resolution that can be read, or from a file that never tells of an end.
-- Good to know: these tickets are neither open nor met; they stand beside every percentage and in no fit.
select source, ticket_id, client, issue_type, status, opened_at, closed_at
from placed_ticket
where resolution_end = 'unknown' and not excluded
order by opened_at
