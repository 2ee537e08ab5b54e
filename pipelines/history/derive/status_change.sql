-- One row a status change of a ticket, numbered in order. Where several loads tell of the same ticket and moment, the
-- fullest one speaks for that moment (then the later export, then the file's hash), so no order of loading matters.
-- Changes of one moment stand in the order of their file, which may be written newest first.
create or replace table status_change as
with

tellers as (
    select source, ticket_id, changed_at, load_id
    from told_status
    group by source, ticket_id, changed_at, load_id
    qualify row_number() over (
        partition by source, ticket_id, changed_at order by count(*) desc, max(as_of) desc, max(file_sha256) desc
    ) = 1
)

select
    told.source, told.ticket_id, told.status, meaning.state, coalesce(meaning.answers, false) as answers,
    told.changed_at, told.technician,
    row_number() over (
        partition by told.source, told.ticket_id
        order by told.changed_at, if(told.newest_first, -told.record_number, told.record_number)
    ) as position
from told_status as told
inner join tellers using (source, ticket_id, changed_at, load_id)
left join status_meaning as meaning on meaning.source = told.source and meaning.status = told.status
order by told.source, told.ticket_id, position
