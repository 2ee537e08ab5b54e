-- One row a name under which a client is shown: whether a list has it, its tickets, and when it was last seen.
select
    coalesce(listed.client, seen.client) as client, listed.client is not null as listed,
    coalesce(seen.tickets, 0) as tickets, seen.last_seen_at
from (select distinct client from client where not joined) as listed
full join (
    select client, count(*) as tickets, max(opened_at) as last_seen_at
    from placed_ticket
    where client is not null
    group by client
) as seen on seen.client = listed.client
order by tickets desc, client
