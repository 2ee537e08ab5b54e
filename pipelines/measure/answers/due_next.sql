-- One row a ticket that is open inside its target, the one with the least business time left first.
-- Waiting tickets are marked: their clock stands while they wait.
select
    clock.source, clock.ticket_id, clock.client, clock.tier, clock.premium, clock.issue_type, clock.priority, clock.technician,
    clock.subject, clock.status, clock.started_at, clock.target_seconds - clock.business_seconds as left_seconds,
    clock.business_seconds, clock.target_seconds, coalesce(meaning.state = 'paused', false) as waiting
from slice_clock($clock, date '1900-01-01', date '9999-01-01', true, $tiers, $issue_kinds, $work_modes, $clients) as clock
left join status_meaning as meaning on meaning.source = clock.source and meaning.status = clock.status
where clock.state = 'open_inside'
order by waiting, left_seconds, clock.ticket_id
