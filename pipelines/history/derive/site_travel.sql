-- One row a site: the middle of what its on-site tickets travelled, where three or more tell. Fewer are a chance.
create or replace temp table site_travel as
select client, same_name(site) as site_name, median(travel_minutes) as travel_minutes
from ticket
where work_mode = 'on_site' and travel_minutes > 0 and client is not null and not excluded
group by client, site_name
having count(*) >= 3
