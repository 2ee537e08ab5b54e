-- One row a ticket as it stands today, with how each of its clocks ended: stopped, open, or unknown.
-- A status that says open wins over an old resolution time: the ticket was reopened and is not done.
-- Closed without a time of resolution, or with one that cannot be read: the end is unknown, never "still open".
-- Merged, deleted and cancelled tickets stay, marked `excluded`.
create or replace table ticket as
with

known as (
    select
        newest.*,
        coalesce(meaning.state, told.last_state) as state,
        coalesce(newest.first_response_at, told.first_answer_at) as answered_at,
        told.first_resolved_at,
        coalesce(newest.resolved_at, if(newest.end_from_status, told.last_resolved_at, null)) as ended_at
    from newest_ticket as newest
    left join status_meaning as meaning on meaning.source = newest.source and meaning.status = newest.status
    left join told_by_statuses as told on told.source = newest.source and told.ticket_id = newest.ticket_id
),

ends as (
    select
        *,
        case
            when resolved_damaged or ended_at < opened_at then 'unknown'
            when state in ('open', 'paused') then 'open'
            when ended_at is not null then 'stopped'
            when state in ('resolved', 'closed') or closed_at is not null then 'unknown'
            else 'open'
        end as resolution_end
    from known
),

tiers as (
    select
        ends.source, ends.ticket_id,
        coalesce(any_value(tier_order.tier), any_value(coalesce(tier_at_opening, ends.tier))) as tier
    from ends
    left join tier_order
        on regexp_matches(lower(coalesce(tier_at_opening, ends.tier)), '\b' || lower(tier_order.tier) || '\b')
    group by ends.source, ends.ticket_id
)

select
    ends.source, ends.ticket_id, ends.load_id, ends.as_of, ends.client, ends.site, ends.issue_kind,
    ends.issue_type, ends.sub_type, tiers.tier,
    plain_priority(coalesce(priority_at_opening, priority)) as priority,
    plain_work_mode(ends.work_mode, ends.travel_minutes) as work_mode,
    ends.distance_km, ends.technician, ends.support_level, ends.hands_on_minutes, ends.travel_minutes,
    ends.status, ends.state, ends.opened_at,
    if(first_response_damaged or answered_at < opened_at, null, answered_at) as first_response_at,
    case
        when first_response_damaged or answered_at < opened_at then 'unknown'
        when answered_at is not null then 'stopped'
        when resolution_end = 'open' then 'open'
        else 'unknown'
    end as response_end,
    if(resolution_end = 'stopped', ended_at, null) as resolved_at,
    if(resolution_end = 'stopped', least(first_resolved_at, ended_at), first_resolved_at) as first_resolved_at,
    resolution_end, ends.closed_at, ends.updated_at, ends.vendor_met, ends.vendor_response_minutes,
    ends.vendor_resolution_minutes, ends.subject, ends.channel, ends.excluded, ends.in_repeated_hour
from ends
inner join tiers on tiers.source = ends.source and tiers.ticket_id = ends.ticket_id
order by ends.opened_at, ends.ticket_id
