-- One row an issue type: late tickets among those stopped in a week, and in the weeks before it.
-- $week: its Monday. First responses are told by their opening; those past their target count before they are given.
with

clocks as (
    select issue_type, state, still_open, if($clock = 'first_response', opened_day, stopped_day) as day
    from slice_clock($clock, $first_day, $last_day, $clock = 'first_response', $tiers, $issue_kinds, $work_modes, $clients)
    where state in ('met', 'breached') and (not still_open or ($clock = 'first_response' and state = 'breached'))
)

select
    issue_type,
    count(*) filter (day >= $week) as stopped,
    count(*) filter (day >= $week and state = 'breached') as late,
    count(*) filter (day < $week) as stopped_before,
    count(*) filter (day < $week and state = 'breached') as late_before
from clocks
group by issue_type
order by issue_type
