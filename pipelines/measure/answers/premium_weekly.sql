-- One row a week (its Monday): resolutions of tickets with Premium Response that stopped in it, in time and late.
-- Open ones past their target are in no week, so that weeks compare; weeks without such tickets stand with zeros.
-- $first_day .. $last_day: the weeks; which tickets, the other choices say.
with

weeks as (
    select cast(unnest(generate_series(date_trunc('week', $first_day::date), $last_day::date, interval 7 day)) as date) as week
),

clocks as (
    select ticket_id, state, cast(date_trunc('week', stopped_day) as date) as week
    from slice_clock('resolution', $first_day, $last_day, false, $tiers, $issue_kinds, $work_modes, $clients)
    where premium and not still_open
)

select
    weeks.week,
    count(clocks.ticket_id) filter (state = 'met') as met,
    count(clocks.ticket_id) filter (state = 'breached') as late
from weeks
left join clocks on clocks.week = weeks.week
group by weeks.week
order by weeks.week
