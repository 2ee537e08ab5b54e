-- One row a week (its Monday): what stopped in it, by state, and what was opened in it.
-- Resolutions: met and late count clocks that stopped in the week; open_and_over stands in the week of the export alone,
-- for tickets still open past their target then. late alone is comparable from week to week.
-- First responses: late also counts tickets of the week that nobody has answered yet and whose target is past; they are
-- told apart in open_and_over, which is a part of late there.
-- judged: met and all that broke their target, open ones among them: what "SLA met %" is a share of.
-- An end that nobody knows is counted in the week of the opening.
-- p50 and p90: business seconds of what stopped in the week (first responses: what was opened in it).
-- $clock, $first_day .. $last_day; first responses are told by their opening, resolutions by their end.
with

weeks as (
    select cast(unnest(generate_series(date_trunc('week', $first_day::date), $last_day::date, interval 7 day)) as date) as week
),

clocks as (
    select
        *,
        cast(date_trunc('week', if($clock = 'first_response', opened_day, coalesce(stopped_day, if(still_open, as_of_day, opened_day))))
            as date) as week
    from slice_clock($clock, $first_day, $last_day, $clock = 'first_response', $tiers, $issue_kinds, $work_modes, $clients)
),

openings as (
    select cast(date_trunc('week', opened_day) as date) as week, count(*) as opened
    from slice_clock('resolution', $first_day, $last_day, true, $tiers, $issue_kinds, $work_modes, $clients)
    group by all
)

select
    weeks.week,
    coalesce(any_value(openings.opened), 0) as opened,
    count(clocks.ticket_id) filter (not still_open and state <> 'end_unknown') as stopped,
    count(clocks.ticket_id) filter (state in ('met', 'breached')) as judged,
    count(clocks.ticket_id) filter (state = 'met') as met,
    count(clocks.ticket_id) filter (state = 'breached' and (not still_open or $clock = 'first_response')) as late,
    count(clocks.ticket_id) filter (state = 'breached' and still_open) as open_and_over,
    count(clocks.ticket_id) filter (state = 'open_inside') as open_inside,
    count(clocks.ticket_id) filter (state = 'no_target') as no_target,
    count(clocks.ticket_id) filter (state = 'end_unknown') as end_unknown,
    count(clocks.ticket_id) filter (not still_open and opened_day = stopped_day) as same_day,
    quantile_disc(business_seconds, 0.5) filter (not still_open) as p50_seconds,
    quantile_disc(business_seconds, 0.9) filter (not still_open) as p90_seconds
from weeks
left join clocks on clocks.week = weeks.week
left join openings on openings.week = weeks.week
group by weeks.week
order by weeks.week
