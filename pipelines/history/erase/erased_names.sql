-- One row a client of the history, and of the $others, that was erased elsewhere. $salt: of that home. $digests: its
-- tombstones of clients.
select distinct client
from (
    select client from accepted_ticket
    union all
    select client from accepted_client
    union all
    select client from accepted_target
    union all
    select unnest($others::varchar[])
)
where list_contains($digests, digest_of($salt, 'client', plain_name(client)))
order by client
