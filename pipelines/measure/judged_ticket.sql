-- One row a ticket: the moment whose targets judge it. That is its opening, or, for a client in the register of agreements,
-- the first moment of the version that was in force for it at the opening; null, and then there is no target, before the
-- first that it signed, or where the history does not know the version.
create or replace table judged_ticket as
with

registered as (
    select distinct lower(trim(client)) as client from agreed_version
)

select
    ticket.source, ticket.ticket_id, if(registered.client is null, ticket.opened_at, agreed.starts_at) as judged_at
from placed_ticket as ticket
left join registered on registered.client = lower(trim(ticket.client))
left join agreed_version as agreed
    on lower(trim(agreed.client)) = registered.client and ticket.opened_at >= agreed.in_force_at
    and (agreed.in_force_until is null or ticket.opened_at < agreed.in_force_until)
where not ticket.excluded
