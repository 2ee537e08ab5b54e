-- A new ticket of a client that was erased is remembered too, for the status history that may follow.
-- $salt: of this home. $source: the ticket tool.
insert into tombstone
select 'ticket', digest_of($salt, 'ticket', $source || '|' || ticket_id), null
from erased_record
where ticket_id is not null and not $history
union
select 'status', digest_of($salt, 'status', ticket_id), null
from erased_record
where ticket_id is not null and ticket_id not in (select ticket_id from accepted_ticket)
except
select kind, digest, words from tombstone
