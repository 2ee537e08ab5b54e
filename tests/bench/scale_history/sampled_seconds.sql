-- One row a clock of the tickets $ticket_ids: what was measured.
select ticket_id, clock, business_seconds
from ticket_clock
where list_contains($ticket_ids, ticket_id)
