-- One row a ticket with what its client's agreement says: tier, Premium, site, distance, calendar.
-- The ticket's own tier wins over the client list (agreement.sql); its distance is the first that is known, distance_from
-- says which (ticket_distance.sql). Distance bands are for on-site work; a remote ticket has none, nor has one whose
-- distance nothing tells. The issue type is the line of the catalogue that the category leads to, else the category's
-- own name; a label that the owner accepted speaks only where the category says nothing. opened_issue_type and _kind: of
-- the category that the ticket came in with, where a log tells it.
create or replace table placed_ticket as
with

placed as (
    select
        ticket.* exclude (tier, distance_km, latitude, longitude, drive_minutes, mileage_km, issue_kind, issue_type),
        coalesce(ticket.tier, tier_name.tier) as tier,
        coalesce(agreement.terms.premium_since <= ticket.opened_at, false) as premium,
        ticket_distance.distance_km, ticket_distance.distance_from,
        coalesce(category.line, category.own_name, label.issue_type) as issue_type,
        coalesce(opened_as.line, opened_as.own_name) as opened_issue_type,
        coalesce(plain_issue_kind(ticket.issue_kind), opened_as.kind, plain_issue_kind(ticket.issue_type_at_opening), 'other')
            as opened_issue_kind,
        coalesce(
            plain_issue_kind(ticket.issue_kind), category.kind, if(category.own_name is null, label.issue_kind, null),
            plain_issue_kind(ticket.issue_type), 'other'
        ) as issue_kind,
        placed_calendar.calendar_id
    from ticket
    left join agreement
        on agreement.client = ticket.client and agreement.client_as_written = ticket.client_as_written
        and agreement.site is not distinct from ticket.site
    left join ticket_distance
        on ticket_distance.source = ticket.source and ticket_distance.ticket_id = ticket.ticket_id
    left join tier_name on tier_name.written = agreement.terms.tier
    left join category
        on category.issue_type is not distinct from ticket.issue_type
        and category.sub_type is not distinct from ticket.sub_type
    left join category as opened_as
        on opened_as.issue_type = ticket.issue_type_at_opening
        and opened_as.sub_type is not distinct from ticket.sub_type_at_opening
    left join ticket_label as label on label.source = ticket.source and label.ticket_id = ticket.ticket_id
    left join placed_calendar
        on placed_calendar.calendar is not distinct from agreement.terms.calendar
        and placed_calendar.timezone is not distinct from agreement.terms.timezone
)

select
    placed.* replace (coalesce(calendar_id, 1) as calendar_id, coalesce(issue_type, 'Not in the catalogue yet') as issue_type),
    distance_band.distance_band
from placed
left join distance_band
    on placed.work_mode = 'on_site' and placed.distance_km >= distance_band.from_km
    and placed.distance_km < distance_band.below_km
order by placed.opened_at, placed.ticket_id
