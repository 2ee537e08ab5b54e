-- One row an issue type and tier of tickets whose two clocks have stopped: where the time of one goes, business hours on
-- average. to_answer: unassigned or in the queue until its first response. paused: waiting for the client or others.
-- hands_on, travel: of tickets that tell them. in_hand: answered, neither paused nor worked on; what is left of its time,
-- work included where the hands-on time is not told.
-- An answer after the end counts until the end. Most hours in all first.
-- $first_day .. $last_day: days of opening; empty choices mean all.
with

done as (
    select
        response.source, response.ticket_id, response.business_seconds / 3600 as response_hours,
        resolution.business_seconds / 3600 as resolution_hours, coalesce(resolution.paused_seconds, 0) / 3600 as paused_hours
    from slice_clock('first_response', $first_day, $last_day, true, $tiers, $issue_kinds, $work_modes, $clients) as response
    inner join slice_clock('resolution', $first_day, $last_day, true, $tiers, $issue_kinds, $work_modes, $clients) as resolution
        on resolution.source = response.source and resolution.ticket_id = response.ticket_id
    where response.state not in ('open_inside', 'end_unknown') and resolution.state not in ('open_inside', 'end_unknown')
        and not response.still_open and not resolution.still_open
),

spent as (
    select
        ticket.issue_type, ticket.tier, done.paused_hours, ticket.hands_on_minutes / 60 as hands_on_hours,
        coalesce(ticket.travel_minutes, 0) / 60 as travel_hours, done.resolution_hours,
        least(done.response_hours, done.resolution_hours) as to_answer_hours
    from done
    inner join placed_ticket as ticket on ticket.source = done.source and ticket.ticket_id = done.ticket_id
    -- Days of any time zone lie within one day of UTC's; this only spares the join what it cannot need.
    where not ticket.excluded
        and ticket.opened_at >= cast($first_day as date) - 1 and ticket.opened_at < cast($last_day as date) + 2
        and (len($clients) = 0 or list_contains($clients, ticket.client))
)

select
    issue_type, tier, count(*) as tickets, count(hands_on_hours) as told,
    avg(to_answer_hours) as to_answer_hours, avg(hands_on_hours) as hands_on_hours,
    avg(if(hands_on_hours is null, null, travel_hours)) as travel_hours, avg(paused_hours) as paused_hours,
    avg(greatest(resolution_hours - to_answer_hours - coalesce(hands_on_hours, 0) - travel_hours, 0)) as in_hand_hours
from spent
group by issue_type, tier
order by sum(to_answer_hours + paused_hours + resolution_hours) desc, issue_type, tier
