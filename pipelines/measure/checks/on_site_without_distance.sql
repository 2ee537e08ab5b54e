-- Sites of on-site tickets whose distance nothing tells: these tickets are in no distance band.
-- Look at it: give these sites a distance or a drive in the client list.
select client, site, count(*) as tickets
from placed_ticket
where work_mode = 'on_site' and distance_km is null and not excluded
    and (select count(distance_km) > 0 from placed_ticket)
group by client, site
order by tickets desc, client, site
