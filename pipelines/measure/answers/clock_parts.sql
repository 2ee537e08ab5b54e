-- One row a stretch of one ticket's clock, in order, from its start until it was read: what the clock did in it.
-- does: 'waits' (the ticket stands, also while the desk is closed), 'runs' (open and not waiting), else 'closed'.
-- The seconds that run are the ticket's business seconds, so a picture of them is the sum itself.
-- A clock whose end nobody knows has no row. $source, $ticket_id, $clock: which one; $pauses: whether waiting stops it.
with

clock as (
    select started_at, coalesce(stopped_at, ticket_clock.as_of) as read_at, ticket.calendar_id
    from ticket_clock
    inner join placed_ticket as ticket using (source, ticket_id)
    where source = $source and ticket_id = $ticket_id and clock = $clock and ticket_clock.state <> 'end_unknown'
),

status as (
    select
        state, changed_at as waits_at,
        lead(changed_at) over (order by position) as goes_on_at,
        min(if(state in ('open', 'paused'), changed_at, null)) over (
            order by position rows between 1 following and unbounded following
        ) as reopened_at
    from status_change
    where source = $source and ticket_id = $ticket_id
),

wait as (
    select greatest(waits_at, started_at) as begins_at, least(coalesce(goes_on_at, read_at), read_at) as ends_at
    from status
    cross join clock
    where ($pauses and state = 'paused')
        or ($clock = 'resolution' and state in ('resolved', 'closed') and reopened_at is not null)
),

open_stretch as (
    select greatest(opens_at, started_at) as begins_at, least(closes_at, read_at) as ends_at
    from open_window
    inner join clock on clock.calendar_id = open_window.calendar_id and opens_at < read_at and closes_at > started_at
),

edge as (
    select unnest([started_at, read_at]) as moment from clock
    union
    select unnest([begins_at, ends_at]) from wait where begins_at < ends_at
    union
    select unnest([begins_at, ends_at]) from open_stretch
),

stretch as (
    select moment as begins_at, lead(moment) over (order by moment) as ends_at from edge
)

select
    begins_at, ends_at, date_diff('second', begins_at, ends_at) as seconds,
    case
        when exists (from wait where wait.begins_at <= stretch.begins_at and wait.ends_at >= stretch.ends_at) then 'waits'
        when exists (from open_stretch as open where open.begins_at <= stretch.begins_at and open.ends_at >= stretch.ends_at) then 'runs'
        else 'closed'
    end as does
from stretch
where begins_at < ends_at
order by begins_at
