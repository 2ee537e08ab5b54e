-- One row a week (its Monday): tickets that were open when the week ended; for a week that still runs, at the export.
-- Tickets whose end nobody recorded are left out: they are neither open nor done.
-- $first_day .. $last_day: the weeks; which tickets, the other choices say.
with

weeks as (
    select cast(unnest(generate_series(date_trunc('week', $first_day::date), $last_day::date, interval 7 day)) as date) as week
),

clocks as (
    select ticket_id, opened_day, stopped_day, still_open
    from slice_clock('resolution', date '1900-01-01', $last_day, true, $tiers, $issue_kinds, $work_modes, $clients)
    where state <> 'end_unknown'
)

select weeks.week, count(clocks.ticket_id) as backlog
from weeks
left join clocks on clocks.opened_day <= weeks.week + 6 and (clocks.still_open or clocks.stopped_day > weeks.week + 6)
group by weeks.week
order by weeks.week
