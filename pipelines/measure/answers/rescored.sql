-- One row a group: how its clocks stand under other targets, and beside it how they stood under the targets then.
-- n: clocks that are judged, breached or met; breached holds those that are open and over, which stand beside it too;
-- open ones inside their target are in neither. share: breached of n, null where none is judged.
-- $by_client, $by_issue, $by_tier, $by_premium, $by_place, $by_priority: whether client, issue type, tier, Premium, work
-- mode with distance, and priority divide.
with

states as (
    select
        {
            'client': if($by_client, shown_client, null), 'issue_kind': if($by_issue, issue_kind, null),
            'issue_type': if($by_issue, issue_type, null), 'tier': if($by_tier, own_tier, null),
            'premium': if($by_premium, premium, null), 'work_mode': if($by_place, work_mode, null),
            'distance_band': if($by_place, distance_band, null), 'priority': if($by_priority, priority, null)
        } as part,
        still_open, state as state_then,
        clock_state(state = 'end_unknown', still_open, business_seconds, target.target_seconds) as state
    from judged_span
    left join ticket_target as target using (span_id)
),

counts as (
    select
        part,
        count(*) filter (state in ('met', 'breached')) as n,
        count(*) filter (state = 'breached') as breached,
        count(*) filter (state = 'breached' and still_open) as open_and_over,
        count(*) filter (state = 'open_inside') as open_inside,
        count(*) filter (state = 'no_target') as no_target,
        count(*) filter (state_then in ('met', 'breached')) as n_then,
        count(*) filter (state_then = 'breached') as breached_then,
        count(*) filter (state_then = 'breached' and still_open) as open_and_over_then,
        count(*) filter (state_then = 'open_inside') as open_inside_then,
        count(*) filter (state_then = 'no_target') as no_target_then,
        count(*) filter (state_then = 'end_unknown') as end_unknown
    from states
    group by part
)

select
    unnest(part), n, breached, breached / nullif(n, 0) as share, open_and_over, open_inside, no_target,
    n_then, breached_then, breached_then / nullif(n_then, 0) as share_then, open_and_over_then, open_inside_then,
    no_target_then, end_unknown
from counts
order by
    part.client nulls last, part.issue_kind desc, part.issue_type, part.tier nulls first, part.work_mode nulls first,
    part.distance_band nulls first, part.priority nulls first, part.premium nulls first
