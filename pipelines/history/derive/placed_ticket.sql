-- One row a ticket with what its client's agreement says: tier, Premium, site, distance, calendar.
-- The ticket's own tier and distance win over the client list. Clients and sites are the same in any case and spacing; a
-- site that the list does not name takes the client's first site. Distance bands are for on-site work; a remote ticket
-- has none. The issue type is the line of the catalogue that the category leads to, else the category's own name; a
-- label that the owner accepted speaks only where the category says nothing.
create or replace table placed_ticket as
with

matches as (
    select
        ticket.source, ticket.ticket_id, client.*,
        row_number() over (
            partition by ticket.source, ticket.ticket_id
            order by lower(trim(client.site)) is not distinct from lower(trim(ticket.site)) desc,
                lower(trim(client.site)) nulls first
        ) as nearest
    from ticket
    inner join client on lower(trim(client.client)) = lower(trim(ticket.client))
),

placed as (
    select
        ticket.* exclude (tier, distance_km, issue_kind, issue_type),
        coalesce(ticket.tier, tier_name.tier) as tier,
        coalesce(matches.premium_since <= ticket.opened_at, false) as premium,
        coalesce(ticket.distance_km, matches.distance_km) as distance_km,
        coalesce(category.line, category.own_name, label.issue_type) as issue_type,
        coalesce(
            plain_issue_kind(ticket.issue_kind), category.kind, if(category.own_name is null, label.issue_kind, null),
            plain_issue_kind(ticket.issue_type), 'other'
        ) as issue_kind,
        placed_calendar.calendar_id
    from ticket
    left join matches
        on matches.source = ticket.source and matches.ticket_id = ticket.ticket_id and matches.nearest = 1
    left join tier_name on tier_name.written = matches.tier
    left join category
        on category.issue_type is not distinct from ticket.issue_type
        and category.sub_type is not distinct from ticket.sub_type
    left join ticket_label as label on label.source = ticket.source and label.ticket_id = ticket.ticket_id
    left join placed_calendar
        on placed_calendar.calendar is not distinct from matches.calendar
        and placed_calendar.timezone is not distinct from matches.timezone
)

select
    placed.* replace (coalesce(calendar_id, 1) as calendar_id, coalesce(issue_type, 'Not in the catalogue yet') as issue_type),
    distance_band.distance_band
from placed
left join distance_band
    on placed.work_mode = 'on_site' and placed.distance_km >= distance_band.from_km
    and placed.distance_km < distance_band.below_km
order by placed.opened_at, placed.ticket_id
