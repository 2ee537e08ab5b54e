-- Names and places: when two spellings are one name, what can be a distance or a place, and how far apart two places are.
-- same_name: in any case and spacing. tells: whether a list has a column; of lists whose columns are not known, it has.
-- possible_km: nowhere on earth is further than half way round it. is_place: 0, 0 is what tools write for "not known".
-- great_circle_km: the shortest way over a ball of the earth's mean radius, between degrees north and east.
create or replace temp macro same_name(text) as
    regexp_replace(lower(trim(text)), '\s+', ' ', 'g');

create or replace temp macro tells(fields, field) as
    fields is null or list_contains(fields, field);

create or replace temp macro possible(number) as
    if(number >= 0 and number < 1e12, number, null);

create or replace temp macro possible_km(km) as
    if(km between 0 and 20038, km, null);

create or replace temp macro known_km(km, source) as
    if(km between 0 and 20038, {'km': km, 'source': source}, null);

create or replace temp macro is_place(latitude, longitude) as
    coalesce(latitude between -90 and 90 and longitude between -180 and 180 and (latitude <> 0 or longitude <> 0), false);

create or replace temp macro great_circle_km(latitude, longitude, other_latitude, other_longitude) as
    2 * 6371.0088 * asin(least(1.0, sqrt(
        power(sin(radians(other_latitude - latitude) / 2), 2)
        + cos(radians(latitude)) * cos(radians(other_latitude)) * power(sin(radians(other_longitude - longitude) / 2), 2)
    )));
