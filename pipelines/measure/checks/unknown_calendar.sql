-- Clients whose calendar settings do not know.
-- Look at it: the company's own hours are used for them. Name one of the calendars of your settings, or add theirs.
select client.client, client.site, client.calendar
from client
where client.calendar is not null and client.calendar not in (select name from calendar)
order by client.client, client.site
