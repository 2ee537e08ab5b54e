-- Opened in the hour that a clock change repeats.
-- Good to know: the first of the two hours was taken, so these tickets may count an hour too much.
select source, ticket_id, client, opened_at
from placed_ticket
where in_repeated_hour
order by opened_at
