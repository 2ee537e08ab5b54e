-- The first and last UTC day that calendars have to cover: every instant of a clock, and a year for what is due.
-- Without a ticket any day will do.
select
    cast(coalesce(least(min(opened_at), (select min(changed_at) from status_change)), timestamp '2020-01-01') as date) - 2
        as first_day,
    cast(coalesce(greatest(max(as_of), max(resolved_at), max(first_response_at), (select max(changed_at) from status_change)),
        timestamp '2020-01-01') as date) + 400 as last_day
from placed_ticket
