-- Closed long after they were resolved, far beyond what is usual in the same ticket tool.
-- Good to know: the clock stops at the resolution, so no figure depends on the closing. Where these tickets were worked
-- on in between, they were not resolved when the tool says so.
--
-- Tools close by themselves some days after the resolution, and some firms once a month, with the invoices: so a ticket
-- is listed where it took more than 30 days and more than three times the median of its source.
with

closings as (
    select source, ticket_id, client, technician, resolved_at, closed_at, date_diff('second', resolved_at, closed_at) as took
    from placed_ticket
    where not excluded and resolved_at is not null and closed_at >= resolved_at
),

habits as (
    select source, median(took) as usual from closings group by source
)

select closings.source, ticket_id, client, technician, resolved_at, closed_at, round(took / 86400.0, 1) as days,
    round(habits.usual / 86400.0, 1) as usual_days
from closings
inner join habits on habits.source = closings.source
where took > greatest(30 * 86400, 3 * habits.usual)
order by took desc, closings.source, ticket_id
