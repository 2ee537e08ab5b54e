-- One row a ticket that ended, or was last heard of, before $since; every state and status change that tells of it counts.
-- A number that only status changes know is one too.
create or replace temp table outlived_ticket as
with

states as (
    select
        source, ticket_id, max(greatest(resolved_at, closed_at, reopened_at)) as ended_at,
        max(greatest(opened_at, first_response_at, updated_at)) as heard_at
    from accepted_ticket
    group by source, ticket_id
),

changes as (
    select ticket_id, max(changed_at) as changed_at from accepted_status group by ticket_id
)

select states.source, coalesce(states.ticket_id, changes.ticket_id) as ticket_id
from states
full join changes on changes.ticket_id = states.ticket_id
where coalesce(ended_at, greatest(heard_at, changed_at)) < $since
