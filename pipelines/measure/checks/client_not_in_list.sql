-- Clients that the client list does not name.
-- Look at it: no plan, no calendar and no distance are known for them. Add them to the client list.
select client, count(*) as tickets
from placed_ticket
where client is not null and (select count(*) > 0 from client)
    and lower(trim(client)) not in (select lower(trim(client)) from client)
group by client
order by tickets desc, client
