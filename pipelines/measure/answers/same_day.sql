-- One row a group: tickets opened in the slice whose clock stopped on the business day from which they count
-- (business_day_end.sql: the client's own calendar and time zone). Unlike the day in weekly.sql, which is the company's
-- calendar day and counts what stopped in the week, this is a share of what was asked, open tickets included.
-- n: tickets whose day can be judged; same_day is a part of it, and so is still_open: open, and its day is over.
-- day_not_over: open, and opened so late that its day still went on at the export; end_unknown; both outside n.
-- Of first responses only sources that tell answers. Pauses do not matter: the promise would be by the clock on the wall.
-- $by_client, $by_tier, $by_issue, $by_week: what divides. $clock; $timezone: the company's; $first_day .. $last_day of opening.
with

asked as (
    select
        {
            'client': if($by_client, client, null), 'tier': if($by_tier, tier, null),
            'issue_type': if($by_issue, issue_type, null),
            'week': if($by_week, date_trunc('week', opened_at), null)
        } as part,
        calendar_id, opened_at, as_of,
        if($clock = 'first_response', first_response_at, resolved_at) as stopped_at,
        if($clock = 'first_response', response_end, resolution_end) as ended
    from slice_ticket($timezone, $first_day, $last_day, $tiers, $issue_kinds, $work_modes, $clients)
    where $clock = 'resolution'
        or source in (select source from placed_ticket where first_response_at is not null)
),

judged as (
    select
        part, ended, stopped_at < day_ends_at as made_it,
        ended = 'stopped' or (ended = 'open' and as_of >= day_ends_at) as told,
        ended = 'open' and as_of < day_ends_at as day_goes_on
    from asked
    inner join business_day_end as own
        on own.calendar_id = asked.calendar_id and own.utc_day = cast(opened_at as date)
        and opened_at >= after_at and opened_at < closes_at
)

select
    unnest(part),
    count(*) filter (told) as n,
    count(*) filter (told and ended = 'stopped' and made_it) as same_day,
    count(*) filter (told and ended = 'open') as still_open,
    count(*) filter (day_goes_on) as day_not_over,
    count(*) filter (ended = 'unknown') as end_unknown
from judged
group by part
order by n desc, part.client, part.tier, part.issue_type, part.week
