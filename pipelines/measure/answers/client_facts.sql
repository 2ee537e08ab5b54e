-- One row a client with a ticket opened in the slice: what it asked for. Tickets that name no client make no row.
-- tier: the plan of most of its tickets; premium: of its newest one, as nobody is asked about what was.
-- hours: hands-on and travel of the tickets that tell them (told of tickets). on_site of mode_told; urgent (P1 and P2) of
-- priority_told, those whose priority has a place in that order. reopened: resolved once, and again later or not yet. ended: resolved at least once, which a ticket must
-- be before it can come back.
-- $timezone: the company's. $first_day .. $last_day: days of opening there.
select
    client, mode(tier) as tier, arg_max(premium, opened_at) as premium, count(*) as tickets,
    count(hands_on_minutes) as told, sum(hands_on_minutes + coalesce(travel_minutes, 0)) / 60 as hours,
    count(*) filter (work_mode = 'on_site') as on_site, count(work_mode) as mode_told,
    count(*) filter (priority in ('P1', 'P2')) as urgent, count(*) filter (regexp_matches(priority, '^P[1-5]$')) as priority_told,
    count(*) filter (first_resolved_at is not null and (resolution_end = 'open' or first_resolved_at < resolved_at)) as reopened,
    count(*) filter (first_resolved_at is not null) as ended
from slice_ticket($timezone, $first_day, $last_day, $tiers, $issue_kinds, $work_modes, $clients)
where client is not null
group by client
order by tickets desc, client
