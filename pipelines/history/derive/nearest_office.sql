-- One row a pair of coordinates that tickets or client lists give: the straight line to the nearest office, in km.
-- Pairs that are no place on earth have no row.
create or replace temp table nearest_office as
with

pairs as (
    select latitude, longitude from ticket
    union
    select latitude, longitude from client
)

select
    pairs.latitude, pairs.longitude,
    min(great_circle_km(pairs.latitude, pairs.longitude, office.latitude, office.longitude)) as straight_km
from pairs
cross join office
where is_place(pairs.latitude, pairs.longitude)
group by pairs.latitude, pairs.longitude
