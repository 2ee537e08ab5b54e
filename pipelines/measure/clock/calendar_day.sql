-- One row per calendar and UTC day covered, closed days too, and one row with day_key 0 and no hours: outside the range.
-- hours: the open seconds since the range began until this day (opened_before), and nine pieces of open time. Nine hold
-- every week of four windows a day: the last night's, four of today, four of tomorrow (crowded_calendar.sql finds more).
-- A piece has its seconds of the UTC day; while open, base + second = open seconds so far. A missing one is empty, at 86400.
create or replace table calendar_day as
with piece as (
    select
        calendar_id,
        unnest(generate_series(opens_at::date, (closes_at - interval 1 second)::date, interval 1 day)) as day,
        date_diff('second', day, greatest(opens_at, day)) as opens,
        date_diff('second', day, least(closes_at, day + interval 1 day)) as closes
    from open_window
),
based_piece as (
    select
        *,
        coalesce(sum(closes - opens) over (
            partition by calendar_id order by day, opens rows between unbounded preceding and 1 preceding
        ), 0) - opens as base
    from piece
),
open_day as (
    select
        calendar_id,
        day,
        list({'opens': opens::integer, 'closes': closes::integer, 'base': base::integer} order by opens) as pieces,
        sum(closes - opens) as open_seconds
    from based_piece
    group by calendar_id, day
),
covered_day as (
    select calendar_id, unnest(generate_series(covered.first_at, covered.past_at - interval 1 day, interval 1 day)) as day
    from calendar
    cross join calendar_range
),
padded_day as (
    select
        * exclude (pieces),
        coalesce(len(pieces), 0) as piece_count,
        list_resize(coalesce(pieces, []), 9, {'opens': 86400, 'closes': 86400, 'base': 0}) as p,
        coalesce(sum(open_seconds) over (
            partition by calendar_id order by day rows between unbounded preceding and 1 preceding
        ), 0)::integer as opened_before
    from covered_day
    left join open_day using (calendar_id, day)
)
select
    day_key(covered, calendar_id, day) as day_key,
    calendar_id,
    day::date as day,
    piece_count,
    {
        'opened_before': opened_before, 'piece_1': p[1], 'piece_2': p[2], 'piece_3': p[3],
        'piece_4': p[4], 'piece_5': p[5], 'piece_6': p[6], 'piece_7': p[7], 'piece_8': p[8], 'piece_9': p[9]
    } as hours
from padded_day
cross join calendar_range
union all
select 0, null, null, 0, null
order by day_key;
