-- One row a client: its plan, users, fee and Premium as its list says (of several sites the first that says it), and its
-- tickets. Clients without a ticket stay: they pay, too. Tickets without a client make no row.
with

listed as (
    select
        client, min(tier) as tier, max(users) as users, max(monthly_fee) as monthly_fee,
        min(premium_since) as premium_since
    from client
    group by client
),

seen as (
    select
        client, count(*) as tickets, sum(hands_on_minutes) as hands_on_minutes, sum(travel_minutes) as travel_minutes,
        count(hands_on_minutes) as told_minutes, mode(tier) as tier
    from placed_ticket
    where not excluded and client is not null
    group by client
)

select
    client, coalesce(seen.tier, listed.tier) as tier, listed.users, listed.monthly_fee,
    listed.premium_since, coalesce(seen.tickets, 0) as tickets, seen.hands_on_minutes, seen.travel_minutes,
    coalesce(seen.told_minutes, 0) as told_minutes
from listed
full join seen using (client)
order by client
