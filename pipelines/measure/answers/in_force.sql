-- One row a clock and segment: the target that its newest tickets have, and how its tickets fared under theirs.
-- judged = met + breached, those still open and over their target among the breached; the others stand beside it.
-- target_seconds: of the newest ticket that has one; targets: how many there are among the tickets of the last 91 days of
-- the history, more than one where clients, or what the segment does not tell apart, have their own.
-- $by_priority: whether segments tell priorities apart.
select
    clock, issue_kind, issue_type, tier, premium, work_mode, distance_band, if($by_priority, priority, null) as priority,
    count(*) filter (state in ('met', 'breached')) as judged,
    count(*) filter (state = 'breached') as breached,
    count(*) filter (state = 'open_inside') as open_inside,
    count(*) filter (state = 'no_target') as no_target,
    arg_max(target_seconds, started_at) filter (target_seconds is not null) as target_seconds,
    count(distinct target_seconds) filter (started_at > (select max(as_of) from ticket_clock) - interval 91 days) as targets
from ticket_clock
where state <> 'end_unknown'
group by clock, issue_kind, issue_type, tier, premium, work_mode, distance_band, if($by_priority, priority, null)
order by all
