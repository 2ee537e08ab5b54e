-- One row a tier: tickets that came in while the company was closed, and what they took.
-- The company's calendar is number 1. hours: hands-on and travel of those that tell them (told).
with

placed as (
    select
        ticket.tier, ticket.hands_on_minutes, ticket.travel_minutes,
        exists (
            select 1 from open_window as own
            where own.calendar_id = 1 and own.opens_at <= ticket.opened_at and ticket.opened_at < own.closes_at
        ) as in_hours
    from placed_ticket as ticket
    where not ticket.excluded
)

select
    tier, count(*) as tickets, count(*) filter (not in_hours) as after_hours,
    count(hands_on_minutes) filter (not in_hours) as told,
    sum(hands_on_minutes + coalesce(travel_minutes, 0)) filter (not in_hours) / 60 as hours
from placed
group by tier
order by after_hours desc, tier
