-- The rows of a client list. $load_id: the load they came with.
insert into accepted_client by name
select
    $load_id as load_id, record_number,
    md5(concat_ws('|', client, site, tier, calendar, timezone, distance_km, latitude, longitude, postcode, drive_minutes, users, monthly_fee, premium_since)) as content_hash,
    client, site, tier, calendar, timezone, distance_km, latitude, longitude, postcode, drive_minutes, users, monthly_fee, premium_since
from clean_row
inner join record_role using (record_number)
where role = 'kept'
