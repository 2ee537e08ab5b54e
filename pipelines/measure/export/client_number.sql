-- One row a client: a number in the place of its name, in the order in which clients came.
create table client_number as
select row_number() over (order by min(started_at), client) as client_id, client
from ticket_clock
where client is not null
group by client
