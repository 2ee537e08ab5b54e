-- One row a ticket that broke its target, the same that weekly.sql counts: stopped late in the period, or (in the
-- export's own week) open and over; of first responses those opened in the period, answered late or not at all yet.
select
    ticket_id, source, client, tier, premium, issue_type, priority, work_mode, distance_band, technician, subject, status,
    started_at, stopped_at, still_open, due_at, business_seconds, paused_seconds, target_seconds,
    business_seconds / nullif(target_seconds, 0) as times_target
from slice_clock($clock, $first_day, $last_day, $clock = 'first_response', $tiers, $issue_kinds, $work_modes, $clients)
where state = 'breached'
order by still_open desc, times_target desc, ticket_id
