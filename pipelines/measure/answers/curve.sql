-- One row a tier and duration: the share of tickets of an issue type done by then, running ones in the estimate
-- (Kaplan-Meier), thinned to at most $points steps a tier. $issue_type: null for all types together.
with

clocks as (
    select coalesce(tier, 'All tickets') as tier, business_seconds, still_open
    from slice_clock($clock, $first_day, $last_day, true, $tiers, $issue_kinds, $work_modes, $clients)
    where state <> 'end_unknown' and ($issue_type is null or issue_type = $issue_type)
),

steps as (
    select
        tier, business_seconds, count(*) filter (not still_open) as stopped,
        sum(count(*)) over (partition by tier order by business_seconds desc) as at_risk
    from clocks
    group by tier, business_seconds
),

curves as (
    select
        tier, business_seconds,
        1 - exp(sum(if(stopped = at_risk, -1e9, ln(1 - stopped / at_risk))) over (partition by tier order by business_seconds)) as done,
        row_number() over (partition by tier order by business_seconds) as step,
        count(*) over (partition by tier) as steps
    from steps
)

select tier, business_seconds, done
from curves
where step = 1 or step = steps or floor(step * $points / steps) > floor((step - 1) * $points / steps)
order by tier, business_seconds
