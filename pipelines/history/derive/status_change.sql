-- One row a status change of a ticket, numbered in order. Where several loads tell of the same ticket and moment, the
-- fullest one speaks for that moment (then the later export, then the file's hash), so no order of loading matters.
-- A status history in our own template belongs to whatever tool knows its ticket.
create or replace table status_change as
with

told as (
    select accepted.*, load.as_of, load.file_sha256
    from accepted_status as accepted
    inner join load on load.load_id = accepted.load_id
),

tellers as (
    select source, ticket_id, changed_at, load_id
    from told
    group by source, ticket_id, changed_at, load_id
    qualify row_number() over (
        partition by source, ticket_id, changed_at order by count(*) desc, max(as_of) desc, max(file_sha256) desc
    ) = 1
),

owners as (
    select distinct ticket_id, source from accepted_ticket
),

changes as (
    select
        coalesce(owners.source, told.source) as source, told.ticket_id, told.status, told.changed_at, told.technician,
        told.record_number
    from told
    inner join tellers using (source, ticket_id, changed_at, load_id)
    left join owners on owners.ticket_id = told.ticket_id and told.source = 'generic'
)

select
    changes.source, changes.ticket_id, changes.status, meaning.state, coalesce(meaning.answers, false) as answers,
    changes.changed_at, changes.technician,
    row_number() over (partition by changes.source, changes.ticket_id order by changes.changed_at, record_number) as position
from changes
left join status_meaning as meaning on meaning.source = changes.source and meaning.status = changes.status
order by changes.source, changes.ticket_id, position
