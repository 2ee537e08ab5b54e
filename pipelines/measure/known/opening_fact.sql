-- One row a ticket: what was known of its client and of work like it when it was opened, from tickets before it alone.
-- client_load: tickets that its client opened in the 28 days before.
-- earlier_technicians, earlier_minutes: technicians, and the logarithm of hands-on minutes, a ticket, over the tickets of
-- its issue type that had ended for good before; null where nothing tells. Types are those that tickets came in with.
create or replace temp table opening_fact as
with

workers as (
    select source, ticket_id, count(distinct technician) as technicians
    from status_change
    where technician is not null
    group by source, ticket_id
),

ended as (
    select
        coalesce(ticket.opened_issue_type, ticket.issue_type) as issue_type, ticket.resolved_at as ended_at,
        workers.technicians, ticket.hands_on_minutes
    from placed_ticket as ticket
    left join workers on workers.source = ticket.source and workers.ticket_id = ticket.ticket_id
    where not ticket.excluded and ticket.resolution_end = 'stopped'
),

experience as (
    select distinct
        issue_type, ended_at,
        avg(technicians) over of_its_type as earlier_technicians,
        avg(ln(1 + hands_on_minutes)) over of_its_type as earlier_minutes
    from ended
    window of_its_type as (partition by issue_type order by ended_at range unbounded preceding)
),

openings as (
    select
        source, ticket_id, coalesce(opened_issue_type, issue_type) as issue_type, opened_at,
        if(client is null, null, count(*) over (
            partition by client order by opened_at
            range between interval 28 days preceding and current row exclude current row
        )) as client_load
    from placed_ticket
    where not excluded
)

select
    openings.source, openings.ticket_id, openings.client_load,
    experience.earlier_technicians, experience.earlier_minutes
from openings
asof left join experience
    on experience.issue_type = openings.issue_type and openings.opened_at > experience.ended_at
