-- One row a technician and day on which they changed a ticket: first and last hour (wall clock of $timezone), changes.
-- A technician is somebody who owns tickets: what rules, connectors and clients write has no owner of that name.
with

people as (
    select distinct technician from placed_ticket where technician is not null
),

marks as (
    select technician, timezone($timezone, changed_at at time zone 'UTC') as marked_at
    from status_change
    where technician is not null
    union all
    select technician, timezone($timezone, coalesce(resolved_at, first_response_at) at time zone 'UTC')
    from placed_ticket
    where not exists (select 1 from status_change where status_change.technician is not null)
)

select
    technician, cast(marked_at as date) as day,
    min(epoch(cast(marked_at as time))) / 3600 as first_hour, max(epoch(cast(marked_at as time))) / 3600 as last_hour,
    count(*) as changes
from marks
inner join people using (technician)
where marked_at is not null
group by technician, day
order by technician, day
