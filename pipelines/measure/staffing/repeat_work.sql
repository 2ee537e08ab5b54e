-- One row an issue type: how often it comes back and what it takes, the most hours first; tickets of unknown type are one.
-- hours: hands-on and travel of tickets that tell them (told of tickets). months: of the history, for a rate,
-- or $months where the slice has its own. $timezone: the company's. $first_day .. $last_day: days of opening there.
with

own_ticket as (
    select *
    from slice_ticket($timezone, $first_day, $last_day, $tiers, $issue_kinds, $work_modes, $clients)
),

span as (
    select coalesce($months, greatest(date_diff('second', min(opened_at), max(opened_at)) / 86400 / 30.44, 1 / 30.44)) as months
    from own_ticket
)

select
    issue_type, any_value(issue_kind) as issue_kind, count(*) as tickets, count(hands_on_minutes) as told,
    count(distinct client) as clients, median(hands_on_minutes) as median_minutes,
    sum(hands_on_minutes + coalesce(travel_minutes, 0)) / 60 as hours, any_value(span.months) as months
from own_ticket
cross join span
group by issue_type
order by hours desc nulls last, tickets desc, issue_type
