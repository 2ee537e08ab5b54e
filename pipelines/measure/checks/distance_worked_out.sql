-- Distances of on-site tickets that were worked out, not given: from drives, coordinates, mileage or travel time.
-- Good to know: a distance in the client list is exact, and wins over these.
select
    distance_from, count(*) as tickets, count(distinct (client, site)) as sites, round(median(distance_km), 1) as middle_km
from placed_ticket
where work_mode = 'on_site' and not excluded and distance_from not in ('ticket', 'client list')
group by distance_from
order by tickets desc, distance_from
