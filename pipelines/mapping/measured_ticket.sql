-- One row a ticket of a preview, ten at most: its instants in UTC, the business hours of both clocks, and the state of
-- the resolution. Among many tickets eight that ended stand beside two that run.
with

tickets as (
    select
        ticket.source, ticket.ticket_id, ticket.client, ticket.issue_type, ticket.opened_at, ticket.first_response_at,
        ticket.resolved_at, ticket.excluded, ticket.resolution_end,
        row_number() over (
            partition by ticket.resolved_at is null order by ticket.opened_at desc, ticket.ticket_id
        ) * if(ticket.resolved_at is null, 4, 1) as place
    from placed_ticket as ticket
),

clocks as (
    select
        source, ticket_id,
        max(business_seconds / 3600) filter (clock = 'first_response' and not still_open) as first_response_hours,
        max(business_seconds / 3600) filter (clock = 'resolution') as resolution_hours,
        bool_or(still_open) filter (clock = 'resolution') as still_open,
        bool_or(state = 'end_unknown') filter (clock = 'resolution') as end_unknown
    from ticket_clock
    group by source, ticket_id
)

select
    ticket.ticket_id, ticket.client, ticket.issue_type, ticket.opened_at, ticket.first_response_at, ticket.resolved_at,
    round(clocks.first_response_hours, 2) as first_response_hours,
    round(clocks.resolution_hours, 2) as resolution_hours,
    case
        when ticket.excluded then 'excluded'
        when clocks.end_unknown then 'end unknown'
        when clocks.still_open then 'open'
        else 'done'
    end as state
from tickets as ticket
left join clocks on clocks.source = ticket.source and clocks.ticket_id = ticket.ticket_id
order by ticket.place, ticket.ticket_id
limit 10
