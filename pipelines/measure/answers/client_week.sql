-- One row a client and block of seven days in which it opened a ticket; blocks are counted back from the newest export's
-- day (block 0 ends with it), so that the newest is whole and two spans of 13 have as many working days.
-- judged: met or over their target, open ones past it included; late is a part of it. Told by the day of opening.
-- $last_export: the day of the newest export. $first_day .. $last_day: days of opening.
select
    client, cast(date_diff('day', opened_day, cast($last_export as date)) // 7 as integer) as block,
    count(*) as opened,
    count(*) filter (state in ('met', 'breached')) as judged,
    count(*) filter (state = 'breached') as late
from slice_clock('resolution', $first_day, $last_day, true, $tiers, $issue_kinds, $work_modes, $clients)
where client is not null and opened_day <= $last_export
group by client, block
order by client, block
