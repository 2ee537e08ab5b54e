-- The client's ticket numbers are remembered as salted hashes; for a status history that may tell of any tool's ticket
-- (kind status) only where no other client has a ticket of that number. $salt: of this home.
insert into tombstone
select 'ticket', digest_of($salt, 'ticket', source || '|' || ticket_id), null
from erased_ticket
union
select 'status', digest_of($salt, 'status', ticket_id), null
from erased_ticket
where ticket_id not in (
    select ticket_id from accepted_ticket as accepted anti join erased_ticket using (source, ticket_id)
)
