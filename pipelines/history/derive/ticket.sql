-- One row a ticket as it stands today, with how each of its clocks ended: stopped, open, or unknown.
-- A status that says open wins over an old or damaged resolution time: the ticket was reopened and is not done. So does
-- a reopening after it, where no status says that the ticket is done again.
-- Closed without a time of resolution, or with one that cannot be read: the end is unknown, never "still open". So it is
-- where a file has no way to tell an end at all.
-- What a tool says of its own target means nothing while the ticket is open.
-- client: the name that clients are shown by (client_name.sql); client_as_written: as the export spells it.
-- work_mode: what the column says, else on_site where somebody travelled, else where the words are certain
-- (work_mode_from says which).
-- priority: the export's, at opening where that is told; else from the settings' matrix of impact and urgency.
-- Merged, deleted and cancelled tickets stay, marked `excluded`: by the file's own flag, or by what the status means now.
create or replace table ticket as
with

known as (
    select
        newest.*,
        coalesce(meaning.state, told.last_state) as state,
        coalesce(newest.first_response_at, told.first_answer_at) as answered_at,
        told.first_resolved_at,
        coalesce(newest.resolved_at, if(newest.end_from_status, told.last_resolved_at, null)) as ended_at,
        newest.end_from_status and not newest.load_tells_ends and told.ticket_id is null as end_never_told
    from newest_ticket as newest
    left join status_meaning as meaning on meaning.source = newest.source and meaning.status = newest.status
    left join told_by_statuses as told on told.source = newest.source and told.ticket_id = newest.ticket_id
),

ends as (
    select
        *,
        case
            when state in ('open', 'paused') then 'open'
            when reopened_at > greatest(ended_at, closed_at) and coalesce(state not in ('resolved', 'closed'), true) then 'open'
            when resolved_damaged or ended_at < opened_at then 'unknown'
            when ended_at is not null then 'stopped'
            when state in ('resolved', 'closed') or closed_at is not null or end_never_told then 'unknown'
            else 'open'
        end as resolution_end
    from known
)

select
    ends.source, ends.ticket_id, ends.load_id, ends.as_of, name.client, ends.client as client_as_written, ends.site, ends.issue_kind,
    ends.issue_type, ends.sub_type, ends.issue_type_at_opening,
    if(ends.issue_type_at_opening is null, null, ends.sub_type_at_opening) as sub_type_at_opening, tier_name.tier,
    plain_priority(coalesce(ends.priority_at_opening, ends.priority, matrix.priority)) as priority,
    mode.work_mode, mode.work_mode_from,
    ends.distance_km, ends.latitude, ends.longitude, ends.drive_minutes, ends.mileage_km, ends.technician, ends.support_level, ends.hands_on_minutes, ends.travel_minutes,
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
    resolution_end, ends.closed_at, ends.updated_at,
    if(resolution_end = 'open', null, ends.vendor_met) as vendor_met, ends.vendor_response_minutes,
    ends.vendor_resolution_minutes, ends.subject, ends.channel,
    ends.excluded or coalesce(ends.state = 'excluded', false) as excluded, ends.in_repeated_hour
from ends
left join client_name as name on name.written = ends.client
left join priority_matrix as matrix on matrix.impact = matrix_word(ends.impact) and matrix.urgency = matrix_word(ends.urgency)
left join told_work_mode as mode on mode.source = ends.source and mode.ticket_id = ends.ticket_id
left join tier_name on tier_name.written = coalesce(ends.tier_at_opening, ends.tier)
order by ends.opened_at, ends.ticket_id
