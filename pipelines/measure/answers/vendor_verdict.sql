-- One row a stopped resolution that both judge: our state beside the ticket tool's own "met".
-- A word that says neither met nor missed is no verdict; tools hold one for tickets that still run, too, so only stopped
-- clocks with a target of ours are compared.
create or replace temp view vendor_verdict as
with

judged as (
    select
        clock.source, clock.ticket_id, clock.started_at, clock.stopped_at, clock.state, clock.business_seconds,
        clock.target_seconds, ticket.vendor_met,
        case
            when lower(trim(ticket.vendor_met)) in ('true', 't', 'yes', 'y', '1', '1.0', 'met', 'achieved', 'ok', 'inside',
                'within', 'within sla', 'in sla', 'sla met', 'on time', 'not breached', 'not violated', 'fulfilled') then true
            when lower(trim(ticket.vendor_met)) in ('false', 'f', 'no', 'n', '0', '0.0', 'missed', 'not met', 'failed', 'outside',
                'breached', 'sla breached', 'violated', 'sla violated', 'late', 'overdue', 'exceeded') then false
        end as vendor_says_met
    from ticket_clock as clock
    inner join placed_ticket as ticket on ticket.source = clock.source and ticket.ticket_id = clock.ticket_id
    where clock.clock = 'resolution' and not clock.still_open and clock.state in ('met', 'breached')
)

select *, (state = 'met') = vendor_says_met as agrees from judged where vendor_says_met is not null
