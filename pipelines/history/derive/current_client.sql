-- One row a client and site, however they are spelled: what the client lists say. A site that no list names has no row.
-- The newest list wins column by column: an empty cell takes back what older lists said, a column that a list does not
-- have leaves it. Numbers that cannot be are not used.
-- The row of a client that was joined to another is one more site of that other (joined); where it has no site, its own
-- name is the site's. A site that the other has itself stands as the other's own row says.
create or replace table client as
with

lines as (
    select
        accepted.*, name.client as known_as, name.joined, same_name(accepted.client) as own_name,
        same_name(accepted.site) as own_site, list_column.fields,
        row_number() over (order by load.loaded_at, load.load_id, record_number) as place
    from accepted_client as accepted
    inner join load on load.load_id = accepted.load_id
    inner join client_name as name on name.written = accepted.client
    left join list_column on list_column.load_id = accepted.load_id
),

merged as (
    select
        known_as as client, joined, own_site,
        coalesce(last(site order by place), if(joined, last(client order by place), null)) as site,
        last(tier order by place) filter (where tells(fields, 'tier')) as tier,
        last(calendar order by place) filter (where tells(fields, 'calendar')) as calendar,
        last(timezone order by place) filter (where tells(fields, 'timezone')) as timezone,
        possible_km(last(distance_km order by place) filter (where tells(fields, 'distance_km'))) as distance_km,
        possible(last(drive_minutes order by place) filter (where tells(fields, 'drive_minutes'))) as drive_minutes,
        last({'latitude': latitude, 'longitude': longitude} order by place)
            filter (where tells(fields, 'latitude') and tells(fields, 'longitude')) as coordinates,
        last(postcode order by place) filter (where tells(fields, 'postcode')) as postcode,
        possible(last(users order by place) filter (where tells(fields, 'users'))) as users,
        possible(last(monthly_fee order by place) filter (where tells(fields, 'monthly_fee'))) as monthly_fee,
        last(premium_since order by place) filter (where tells(fields, 'premium_since')) as premium_since
    from lines
    group by known_as, joined, own_name, own_site
)

select
    * exclude (own_site, coordinates),
    if(is_place(coordinates.latitude, coordinates.longitude), coordinates.latitude, null) as latitude,
    if(is_place(coordinates.latitude, coordinates.longitude), coordinates.longitude, null) as longitude
from merged
qualify row_number() over (partition by client, same_name(site) order by joined, tier, calendar, distance_km) = 1
order by client, site, joined
