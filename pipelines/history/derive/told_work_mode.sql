-- One row a ticket whose work mode is told, and by what: its column, travel time or mileage, or words that are certain.
-- Words are read once a spelling, not once a ticket, and only where one of them can be there.
create or replace temp table told_work_mode as
with

columns_read as (
    select work_mode as written, written_work_mode(work_mode) as work_mode
    from (select distinct work_mode from newest_ticket where work_mode is not null)
),

visits as (
    select written
    from (select distinct unnest([subject, sub_type]) as written from newest_ticket)
    where regexp_matches(lower(written), 'site|visit|ort|atendimento') and on_site_words(written)
),

told as (
    select
        ticket.source, ticket.ticket_id,
        case
            when columns_read.work_mode is not null then 'column'
            when ticket.travel_minutes > 0 or ticket.mileage_km > 0 then 'travel'
            when subject.written is not null or finer.written is not null then 'words'
        end as work_mode_from,
        columns_read.work_mode as read_mode
    from newest_ticket as ticket
    left join columns_read on columns_read.written = ticket.work_mode
    left join visits as subject on subject.written = ticket.subject
    left join visits as finer on finer.written = ticket.sub_type
)

select source, ticket_id, coalesce(read_mode, 'on_site') as work_mode, work_mode_from
from told
where work_mode_from is not null
