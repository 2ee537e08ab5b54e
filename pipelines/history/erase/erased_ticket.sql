-- One row a ticket that any load ever gave to the client. $names: the client's names, plain.
create or replace temp table erased_ticket as
select distinct source, ticket_id
from accepted_ticket
where list_contains($names, plain_name(client))
