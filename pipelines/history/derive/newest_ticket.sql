-- One row a ticket: the newest state that any load tells. Of an event log the earliest event told is the opening.
-- as_of: when the ticket was last seen. A later load of its source that reaches back to its opening has seen it too (not
-- in an export of changes: not changed); an export of later months says nothing about it.
-- load_tells_ends: some ticket of its file has a status or a closing.
create or replace temp table newest_ticket as
with

loads as (
    select
        load.load_id, load.source, load.kind, load.as_of, load.end_from_status,
        row_number() over (order by load.as_of, load.file_sha256) as place,
        min(accepted.opened_at) as first_opened_at,
        bool_or(accepted.status is not null or accepted.closed_at is not null) as load_tells_ends
    from accepted_ticket as accepted
    inner join load on load.load_id = accepted.load_id
    group by load.load_id, load.source, load.kind, load.as_of, load.end_from_status, load.file_sha256
),

newest as (
    select
        accepted.source, accepted.ticket_id, min(opened_at) as first_event_at, max(loads.as_of) as told_at,
        arg_max(accepted.load_id, {'moment': coalesce(updated_at, loads.as_of), 'place': loads.place}) as load_id
    from accepted_ticket as accepted
    inner join loads on loads.load_id = accepted.load_id
    group by accepted.source, accepted.ticket_id
),

sights as (
    select distinct source, first_opened_at, max(as_of) over (partition by source order by first_opened_at) as as_of
    from loads
),

changes as (
    select source, ticket_id, max(changed_at) as last_changed_at from status_change group by source, ticket_id
),

states as (
    select
        accepted.* replace (if(loads.kind = 'events', newest.first_event_at, opened_at) as opened_at),
        loads.end_from_status, loads.load_tells_ends, newest.told_at
    from newest
    inner join accepted_ticket as accepted using (source, ticket_id, load_id)
    inner join loads on loads.load_id = newest.load_id
)

select states.* exclude (told_at), greatest(states.told_at, sights.as_of, changes.last_changed_at) as as_of
from states
asof left join sights on sights.source = states.source and states.opened_at >= sights.first_opened_at
left join changes on changes.source = states.source and changes.ticket_id = states.ticket_id
