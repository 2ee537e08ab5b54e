-- Clients whose calendar settings do not know: the company's own hours are used for them.
select client.client, client.site, client.calendar
from client
where client.calendar is not null and client.calendar not in (select name from calendar)
order by client.client, client.site
