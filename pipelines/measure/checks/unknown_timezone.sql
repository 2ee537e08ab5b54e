-- Clients whose time zone is not one.
-- Look at it: the company's own is used for them. Write one such as Europe/London in the client list.
select client.client, client.site, client.timezone
from client
inner join placed_calendar as placed
    on placed.timezone = client.timezone and placed.calendar is not distinct from client.calendar
where not placed.zone_known
order by client.client, client.site
