-- One row a ticket whose work mode is told, and by what: its column, travel time or mileage, or words that are certain.
-- Words of subjects and finer types are read only where nothing else tells, and only where one of them can be there.
create or replace temp table told_work_mode as
with

columns_read as (
    select work_mode as written, written_work_mode(work_mode) as work_mode
    from (select distinct work_mode from newest_ticket where work_mode is not null)
),

told as (
    select
        ticket.source, ticket.ticket_id, columns_read.work_mode as read_mode,
        case
            when columns_read.work_mode is not null then 'column'
            when ticket.travel_minutes > 0 or ticket.mileage_km > 0 then 'travel'
            when may_be_on_site(ticket.subject) and on_site_words(ticket.subject) then 'words'
            when may_be_on_site(ticket.sub_type) and on_site_words(ticket.sub_type) then 'words'
        end as work_mode_from
    from newest_ticket as ticket
    left join columns_read on columns_read.written = ticket.work_mode
)

select source, ticket_id, coalesce(read_mode, 'on_site') as work_mode, work_mode_from
from told
where work_mode_from is not null
