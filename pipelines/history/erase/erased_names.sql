-- One row a client of the history that was erased elsewhere. $salt: of that home. $digests: its tombstones of clients.
select distinct client
from (select client from accepted_ticket union all select client from accepted_client union all select client from accepted_target)
where list_contains($digests, digest_of($salt, 'client', plain_name(client)))
order by client
