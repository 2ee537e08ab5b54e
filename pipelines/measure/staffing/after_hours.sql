-- One row a tier: tickets that came in while the company was closed, and what they took.
-- The company's calendar is number 1. hours: hands-on and travel of those that tell them (told).
-- own_day: an open stretch stands once a UTC day that it touches, as an equal day is found far faster than a range.
with

own_day as (
    select unnest(generate_series(opens_at::date, closes_at::date, interval 1 day))::date as day, opens_at, closes_at
    from open_window
    where calendar_id = 1
),

placed as (
    select
        ticket.tier, ticket.hands_on_minutes, ticket.travel_minutes,
        exists (
            select 1 from own_day as own
            where own.day = ticket.opened_at::date
                and own.opens_at <= ticket.opened_at and ticket.opened_at < own.closes_at
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
