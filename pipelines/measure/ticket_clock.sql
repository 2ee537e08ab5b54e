-- One row a ticket and clock: the measured table, from which every figure on every page follows.
-- breached: business_seconds > target_seconds, also while the ticket is still open; no rounded figure decides it.
-- A clock whose end is unknown, or that lies outside the calendar, is neither met nor breached.
-- The days are those of the company's time zone ($timezone): week and period pickers compare days.
create or replace table ticket_clock as
with

first_resolutions as (
    select span.source, span.ticket_id, seconds.business_seconds as first_resolution_seconds
    from ticket_span as span
    inner join business_seconds as seconds on seconds.span_id = span.span_id
    where span.clock = 'first_resolution'
)

select
    ticket.source, ticket.ticket_id, read.clock, read.started_at, read.stopped_at, read.ended = 'open' as still_open,
    read.as_of, read.business_seconds, read.paused_seconds, read.calendar_seconds,
    if(read.clock = 'resolution', coalesce(first.first_resolution_seconds, read.business_seconds), null) as first_resolution_seconds,
    read.target_seconds, read.target_version, read.due_at,
    coalesce(read.business_seconds > read.target_seconds, false) as breached,
    coalesce(read.business_seconds > read.target_seconds or first.first_resolution_seconds > read.target_seconds, false)
        as ever_breached,
    clock_state(read.ended = 'unknown', read.ended = 'open', read.business_seconds, read.target_seconds) as state,
    ticket.client, ticket.site, ticket.issue_kind, ticket.issue_type, ticket.tier, ticket.premium, ticket.priority,
    ticket.work_mode, ticket.distance_km, ticket.distance_band, ticket.technician, ticket.subject, ticket.status,
    cast(timezone($timezone, ticket.opened_at at time zone 'UTC') as date) as opened_day,
    cast(timezone($timezone, read.stopped_at at time zone 'UTC') as date) as stopped_day,
    cast(timezone($timezone, read.as_of at time zone 'UTC') as date) as as_of_day
from read_span as read
inner join placed_ticket as ticket on ticket.source = read.source and ticket.ticket_id = read.ticket_id
left join first_resolutions as first
    on first.source = read.source and first.ticket_id = read.ticket_id and read.clock = 'resolution'
order by ticket.opened_at, ticket.ticket_id, read.clock
