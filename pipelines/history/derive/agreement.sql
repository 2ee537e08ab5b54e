-- One row a client, spelling and site that tickets name: what the client list says of its agreement and of its place.
-- The agreement (tier, Premium, calendar, time zone) is the site's, else that of the client's first site; rows of clients
-- that were joined to it count only where the client has none of its own.
-- The place (distance, drive, coordinates) is the site's alone. Where the ticket names no site it is that of the row
-- under which a joined client was listed, else of the row without a site, else of the client's only one; a site that the
-- list does not name has the place of a row without a site, else none. Another site's distance is never borrowed.
create or replace temp table agreement as
with

asked as (
    select distinct client, client_as_written, site from ticket where client is not null
),

matches as (
    select
        asked.client as asked_client, asked.client_as_written, asked.site as asked_site, listed.*,
        case
            when same_name(listed.site) = same_name(asked.site) then 1
            when asked.site is null and listed.joined and same_name(listed.site) = same_name(asked.client_as_written) then 2
            when listed.site is null then 3
            when asked.site is null and count(*) over (partition by asked.client, asked.client_as_written, asked.site) = 1
                then 4
        end as nearness
    from asked
    inner join client as listed on listed.client = asked.client
)

select
    asked_client as client, client_as_written, asked_site as site,
    first({'tier': tier, 'premium_since': premium_since, 'calendar': calendar, 'timezone': timezone} order by
        joined, same_name(site) is not distinct from same_name(asked_site) desc, same_name(site) nulls first
    ) as terms,
    first({
        'distance_km': distance_km, 'drive_minutes': drive_minutes, 'latitude': latitude, 'longitude': longitude
    } order by nearness) filter (where nearness is not null) as place
from matches
group by asked_client, client_as_written, asked_site
