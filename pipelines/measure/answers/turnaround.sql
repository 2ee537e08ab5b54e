-- One row a segment: how long its tickets take, in business seconds, with open tickets in the estimate.
-- n: clocks in the estimate (stopped or running); end_unknown stands beside it. p50 to p95: Kaplan-Meier quantiles,
-- null where the share was never reached; naive_p90: the quantile of the stopped ones alone, to show the difference.
-- $first_day .. $last_day: days of opening. $by_client, $by_issue, $by_tier, $by_place: whether client, issue type, tier, and
-- work mode with distance, divide.
with

clocks as (
    select
        {
            'client': if($by_client, client, null),
            'issue_kind': if($by_issue, issue_kind, null), 'issue_type': if($by_issue, issue_type, null),
            'tier': if($by_tier, tier, null), 'work_mode': if($by_place, work_mode, null),
            'distance_band': if($by_place, distance_band, null)
        } as segment,
        business_seconds, still_open, state, target_seconds
    from slice_clock($clock, $first_day, $last_day, true, $tiers, $issue_kinds, $work_modes, $clients)
),

steps as (
    select
        segment, business_seconds, count(*) filter (not still_open) as stopped,
        sum(count(*)) over (partition by segment order by business_seconds desc) as at_risk
    from clocks
    where state <> 'end_unknown'
    group by segment, business_seconds
),

curves as (
    select
        segment, business_seconds,
        1 - exp(sum(if(stopped = at_risk, -1e9, ln(1 - stopped / at_risk))) over so_far) as done
    from steps
    window so_far as (partition by segment order by business_seconds)
),

quantiles as (
    select
        segment,
        min(business_seconds) filter (done >= 0.50 - 1e-12) as p50_seconds,
        min(business_seconds) filter (done >= 0.80 - 1e-12) as p80_seconds,
        min(business_seconds) filter (done >= 0.90 - 1e-12) as p90_seconds,
        min(business_seconds) filter (done >= 0.95 - 1e-12) as p95_seconds
    from curves
    group by segment
),

counts as (
    select
        segment,
        count(*) filter (state <> 'end_unknown') as n,
        count(*) filter (still_open and state <> 'end_unknown') as still_open,
        count(*) filter (state = 'end_unknown') as end_unknown,
        count(*) filter (state = 'met') as met,
        count(*) filter (state = 'breached') as breached,
        count(*) filter (state = 'breached' and still_open) as open_and_over,
        count(*) filter (state = 'open_inside') as open_inside,
        count(*) filter (state = 'no_target') as no_target,
        quantile_disc(business_seconds, 0.9) filter (not still_open and state <> 'end_unknown') as naive_p90_seconds,
        min(target_seconds) as shortest_target_seconds,
        max(target_seconds) as longest_target_seconds
    from clocks
    group by segment
)

select unnest(counts.segment), counts.* exclude (segment), quantiles.* exclude (segment)
from counts
left join quantiles on quantiles.segment = counts.segment
order by
    (counts.segment).issue_kind desc, (counts.segment).issue_type, (counts.segment).tier nulls first,
    (counts.segment).work_mode nulls first, (counts.segment).distance_band nulls first, (counts.segment).client
