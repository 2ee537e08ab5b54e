-- One row a ticket whose distance is known: kilometres by road, one way, and where they come from (distance_from), the
-- first of: the ticket, the client list, minutes of driving (list, then ticket), coordinates (ticket, then list),
-- mileage, travel time (of the site, then of the ticket). Mileage and travel are those of on-site tickets; 0 says nothing.
-- $road_factor: road for straight line. $km_per_minute: of driving. $km_per_travel_minute, $km_per_mileage: of one way.
create or replace temp table ticket_distance as
with

told as (
    select
        ticket.source, ticket.ticket_id,
        coalesce(
            known_km(ticket.distance_km, 'ticket'),
            known_km(agreement.place.distance_km, 'client list'),
            known_km(agreement.place.drive_minutes * $km_per_minute, 'drive minutes of the client list'),
            known_km(ticket.drive_minutes * $km_per_minute, 'drive minutes of the ticket'),
            known_km(own.straight_km * $road_factor, 'coordinates of the ticket'),
            known_km(listed.straight_km * $road_factor, 'coordinates of the client list'),
            if(ticket.work_mode = 'on_site', coalesce(
                known_km(nullif(ticket.mileage_km, 0) * $km_per_mileage, 'mileage'),
                known_km(site_travel.travel_minutes * $km_per_travel_minute, 'travel time of the site'),
                known_km(nullif(ticket.travel_minutes, 0) * $km_per_travel_minute, 'travel time of the ticket')
            ), null)
        ) as distance
    from ticket
    left join agreement
        on agreement.client = ticket.client and agreement.client_as_written = ticket.client_as_written
        and agreement.site is not distinct from ticket.site
    left join nearest_office as own on own.latitude = ticket.latitude and own.longitude = ticket.longitude
    left join nearest_office as listed
        on listed.latitude = agreement.place.latitude and listed.longitude = agreement.place.longitude
    left join site_travel
        on site_travel.client = ticket.client and site_travel.site_name is not distinct from same_name(ticket.site)
)

select source, ticket_id, distance.km as distance_km, distance.source as distance_from
from told
where distance is not null
