-- Opened in the hour that a clock change repeats: the first of the two was taken.
select source, ticket_id, client, opened_at
from placed_ticket
where in_repeated_hour
order by opened_at
