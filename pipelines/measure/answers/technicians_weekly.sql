-- One row a week (its Monday): tickets with a known technician that were resolved in it, and by how many technicians.
-- Who resolved nothing in a week is not counted in it: the history does not say who was there. Weeks stand with zeros.
-- $first_day .. $last_day: the weeks; which tickets, the other choices say.
with

weeks as (
    select cast(unnest(generate_series(date_trunc('week', $first_day::date), $last_day::date, interval 7 day)) as date) as week
),

clocks as (
    select ticket_id, technician, cast(date_trunc('week', stopped_day) as date) as week
    from slice_clock('resolution', $first_day, $last_day, false, $tiers, $issue_kinds, $work_modes, $clients)
    where technician is not null and not still_open and state <> 'end_unknown'
)

select weeks.week, count(clocks.ticket_id) as tickets, count(distinct clocks.technician) as technicians
from weeks
left join clocks on clocks.week = weeks.week
group by weeks.week
order by weeks.week
