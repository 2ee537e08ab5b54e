-- One row a clock with a known or running end: what a promise is fitted on, with what was known when its ticket opened:
-- where a log tells of later changes, its category is the one that it came in with.
-- age_seconds: calendar seconds from opening to the end of the history, whichever export told of the ticket. open_share: which part of a week the ticket's
-- calendar is open, to tell about how many business seconds that is.
-- Where a visit is told only by its travel, nobody knew of it at the opening: place and distance are then not known.
-- distance_position: of its band, the nearest is 0; tier_position: in the owner's order, the slowest is 0; null without.
-- stopped_at: the end as it stands today; known_then.sql says what a ticket looked like on an earlier day.
-- A ticket whose calendar never opens has no business time from which anything could be promised, and is left out.
with

newest as (
    select max(as_of) as as_of from ticket_clock
),

place_at_opening as (
    select
        source, ticket_id,
        if(mode_told_later, null, work_mode) as work_mode,
        if(mode_told_later or distance_told_later, null, distance_band) as distance_band
    from (
        select
            *,
            coalesce(work_mode_from = 'travel', false) as mode_told_later,
            coalesce(distance_from in ('mileage', 'travel time of the ticket'), false) as distance_told_later
        from placed_ticket
    )
),

open_week as (
    select calendar_id, sum(closes_second - opens_second) / 604800.0 as open_share
    from calendar_rule
    group by calendar_id
)

select
    clock.source, clock.ticket_id, clock.clock, clock.started_at, clock.stopped_at, clock.still_open, clock.as_of,
    clock.business_seconds,
    epoch_us(newest.as_of) // 1000000 - epoch_us(clock.started_at) // 1000000 as age_seconds,
    open_week.open_share,
    if(ticket.opened_issue_type is null, clock.issue_kind, ticket.opened_issue_kind) as issue_kind,
    coalesce(ticket.opened_issue_type, clock.issue_type) as issue_type, clock.tier, clock.priority,
    place.work_mode, place.distance_band, tier_order.position as tier_position, band.position as distance_position,
    coalesce(ticket.sub_type_at_opening, ticket.sub_type) as sub_type, clock.client, clock.site, ticket.channel, clock.premium,
    facts.* exclude (source, ticket_id),
    clock.target_seconds, clock.state
from ticket_clock as clock
cross join newest
inner join placed_ticket as ticket on ticket.source = clock.source and ticket.ticket_id = clock.ticket_id
left join opening_fact as facts on facts.source = clock.source and facts.ticket_id = clock.ticket_id
left join open_week on open_week.calendar_id = ticket.calendar_id
left join tier_order on tier_order.tier = clock.tier
left join place_at_opening as place on place.source = clock.source and place.ticket_id = clock.ticket_id
left join distance_band as band on band.distance_band = place.distance_band
where clock.state <> 'end_unknown' and open_week.open_share > 0
order by clock.started_at, clock.ticket_id, clock.clock
