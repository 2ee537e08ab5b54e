-- One row a technician and day on which they did something: the first and last hour (wall clock of $timezone) of it.
-- A technician is somebody who owns tickets: what rules, connectors and clients write has no owner of that name.
-- What was done at night, from 22 until 5, says that somebody was called out, not when they began their day.
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
),

timed as (
    select technician, cast(marked_at as date) as day, epoch(cast(marked_at as time)) / 3600 as hour
    from marks
    inner join people using (technician)
    where marked_at is not null
)

select technician, day, min(hour) as first_hour, max(hour) as last_hour, count(*) as changes
from timed
where hour >= 5 and hour < 22
group by technician, day
order by technician, day
