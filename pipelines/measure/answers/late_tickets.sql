-- One row a ticket that broke its target: stopped late in the period, or (in the export's own week) open and over.
select
    ticket_id, source, client, tier, premium, issue_type, priority, work_mode, distance_band, technician, subject, status,
    started_at, stopped_at, still_open, due_at, business_seconds, paused_seconds, target_seconds,
    business_seconds / target_seconds as times_target
from slice_clock($clock, $first_day, $last_day, $clock = 'first_response', $tiers, $issue_kinds, $work_modes, $clients)
where state = 'breached' and target_seconds > 0
order by still_open desc, times_target desc, ticket_id
