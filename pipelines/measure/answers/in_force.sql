-- One row a clock and segment: the target that its newest tickets have, and how its tickets fared under theirs.
-- judged = met + breached, those still open and over their target among the breached; the others stand beside it.
-- target_seconds: of the newest ticket that has one; targets: how many there are among the tickets of the last 91 days of
-- the history, more than one where clients, or what the segment does not tell apart, have their own.
-- The issue type is the one that a ticket came in with, as in the proposals that stand beside.
-- $by_priority: whether segments tell priorities apart.
with

told as (
    select
        clock.* replace (
            coalesce(ticket.opened_issue_type, clock.issue_type) as issue_type,
            if(ticket.opened_issue_type is null, clock.issue_kind, ticket.opened_issue_kind) as issue_kind,
            if($by_priority, clock.priority, null) as priority
        )
    from ticket_clock as clock
    inner join placed_ticket as ticket on ticket.source = clock.source and ticket.ticket_id = clock.ticket_id
    where clock.state <> 'end_unknown'
)

select
    clock, issue_kind, issue_type, tier, premium, work_mode, distance_band, priority,
    count(*) filter (state in ('met', 'breached')) as judged,
    count(*) filter (state = 'breached') as breached,
    count(*) filter (state = 'open_inside') as open_inside,
    count(*) filter (state = 'no_target') as no_target,
    arg_max(target_seconds, started_at) filter (target_seconds is not null) as target_seconds,
    count(distinct target_seconds) filter (started_at > (select max(as_of) from ticket_clock) - interval 91 days) as targets
from told
group by clock, issue_kind, issue_type, tier, premium, work_mode, distance_band, priority
order by all
