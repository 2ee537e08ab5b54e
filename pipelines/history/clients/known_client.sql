-- One row a client and site that tickets or client lists name: how many tickets, when last seen, and what the lists say.
-- Tickets without a site count for the row of the joined name that they are written with, else for the client's only
-- listed site, where there is one.
-- listed: some list has this site; client_listed: some list has the client. Those that no list has come first.
with

listed as (
    select
        *, regexp_replace(lower(trim(site)), '\s+', ' ', 'g') as site_name,
        count(*) over (partition by client) as sites
    from client
),

written as (
    select
        client, site, regexp_replace(lower(trim(client_as_written)), '\s+', ' ', 'g') as written_name,
        count(*) as tickets, count(*) filter (where work_mode = 'on_site') as on_site, max(opened_at) as last_seen_at
    from placed_ticket
    where client is not null and not excluded
    group by client, site, client_as_written
),

seen as (
    select
        written.client, any_value(coalesce(written.site, implied.site)) as site,
        regexp_replace(lower(trim(coalesce(written.site, implied.site))), '\s+', ' ', 'g') as seen_site,
        sum(tickets) as tickets, sum(on_site) as on_site, max(last_seen_at) as last_seen_at
    from written
    left join listed as implied
        on written.site is null and implied.client = written.client
        and (implied.sites = 1 or (implied.joined and implied.site_name = written.written_name))
    group by written.client, seen_site
)

select
    coalesce(listed.client, seen.client) as client, coalesce(listed.site, seen.site) as site,
    cast(coalesce(seen.tickets, 0) as bigint) as tickets, cast(coalesce(seen.on_site, 0) as bigint) as on_site,
    seen.last_seen_at, listed.client is not null as listed,
    coalesce(listed.client, seen.client) in (select client from client) as client_listed,
    listed.tier, listed.calendar, listed.distance_km, listed.drive_minutes, listed.latitude, listed.longitude,
    listed.users, listed.monthly_fee, listed.premium_since
from listed
full join seen on seen.client = listed.client and seen.seen_site is not distinct from listed.site_name
order by client_listed, listed, tickets desc, client, site nulls first
