-- One row a clock and day on which it had not come to the end that stands today: what it looked like then.
-- ended: stopped where the ticket's statuses said so on that day (it was reopened later), else open. The clock is read on
-- the day, or at the stop of then. Tickets without a status history were open until their end.
-- waiting: the newest status of the day is one in which the ticket waits; steps: how many statuses it had had.
-- $moments: those that are asked about. A clock is never read beyond the export that told of it.
create or replace temp table ticket_span as
with

known_day as (
    select unnest($moments) as known_at
),

unfinished as (
    select
        ticket_clock.source, ticket_clock.ticket_id, ticket_clock.clock, started_at, known_day.known_at,
        least(known_day.known_at, ticket_clock.as_of) as read_at
    from ticket_clock
    inner join known_day
        on known_day.known_at >= ticket_clock.started_at
        and known_day.known_at < coalesce(ticket_clock.stopped_at, timestamp 'infinity')
    where ticket_clock.state <> 'end_unknown'
),

told_then as (
    select
        unfinished.source, unfinished.ticket_id, unfinished.known_at,
        arg_max(step.state, step.position) as state, max(step.changed_at) as changed_at, count(*) as steps,
        max(step.changed_at) filter (step.state = 'resolved') as resolved_at
    from (select distinct source, ticket_id, known_at from unfinished) as unfinished
    inner join status_change as step
        on step.source = unfinished.source and step.ticket_id = unfinished.ticket_id
        and step.changed_at <= unfinished.known_at
    where step.state is not null
    group by unfinished.source, unfinished.ticket_id, unfinished.known_at
)

select
    row_number() over () as span_id, unfinished.source, unfinished.ticket_id, unfinished.clock, ticket.calendar_id,
    unfinished.started_at, unfinished.known_at, unfinished.read_at as as_of,
    if(unfinished.clock = 'resolution' and told.state in ('resolved', 'closed'), told.resolved_at, null) as stopped_at,
    if(stopped_at is null, 'open', 'stopped') as ended,
    coalesce(told.state = 'paused', false) as waiting, coalesce(told.changed_at, unfinished.started_at) as changed_at,
    coalesce(told.steps, 0) as steps
from unfinished
inner join placed_ticket as ticket on ticket.source = unfinished.source and ticket.ticket_id = unfinished.ticket_id
left join told_then as told
    on told.source = unfinished.source and told.ticket_id = unfinished.ticket_id and told.known_at = unfinished.known_at
