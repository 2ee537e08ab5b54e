-- One row a ticket that was not excluded, as the desk met it; instants are wall clock of the company ($timezone).
-- response_seconds, resolution_seconds: business seconds of clocks that stopped; null where it is open or unknown.
-- waiting_seconds, running_seconds: of a response and of a resolution clock that still runs.
-- paused_seconds: what it waited for others, in business seconds; from its status history, where there is one.
-- target_seconds of each clock: in force for the ticket. answered_at_once: within a minute, as machines answer and as technicians write their own tickets.
with

response as (
    select * from ticket_clock where clock = 'first_response'
),

resolution as (
    select * from ticket_clock where clock = 'resolution'
)

select
    ticket.source, ticket.ticket_id, ticket.client, ticket.tier, ticket.premium, ticket.priority, ticket.issue_kind,
    ticket.issue_type, ticket.work_mode, ticket.distance_band, ticket.technician, ticket.support_level, ticket.channel,
    ticket.calendar_id, ticket.hands_on_minutes, ticket.travel_minutes,
    cast(timezone($timezone, ticket.opened_at at time zone 'UTC') as timestamp) as opened_at,
    cast(timezone($timezone, ticket.first_response_at at time zone 'UTC') as timestamp) as first_response_at,
    cast(timezone($timezone, ticket.resolved_at at time zone 'UTC') as timestamp) as resolved_at,
    ticket.response_end, ticket.resolution_end,
    if(response.still_open, null, response.business_seconds) as response_seconds,
    if(response.still_open, response.business_seconds, null) as waiting_seconds,
    if(resolution.still_open, null, resolution.business_seconds) as resolution_seconds,
    if(resolution.still_open, resolution.business_seconds, null) as running_seconds,
    resolution.paused_seconds,
    response.target_seconds as response_target_seconds, resolution.target_seconds as resolution_target_seconds,
    coalesce(ticket.first_response_at - ticket.opened_at < interval 1 minute, false) as answered_at_once,
    ticket.as_of
from placed_ticket as ticket
left join response on response.source = ticket.source and response.ticket_id = ticket.ticket_id
left join resolution on resolution.source = ticket.source and resolution.ticket_id = ticket.ticket_id
where not ticket.excluded
order by ticket.opened_at, ticket.ticket_id, ticket.source
