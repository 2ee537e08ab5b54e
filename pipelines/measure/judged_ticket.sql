-- One row a ticket: the moment whose targets judge it, its opening.
create or replace table judged_ticket as
select source, ticket_id, opened_at as judged_at
from placed_ticket
where not excluded
