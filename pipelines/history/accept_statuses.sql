-- The status changes of a file: its own rows where it is a status history, the rows of a log otherwise.
-- $load_id: the load they came with. $source: the ticket tool.
insert into accepted_status by name
select
    $load_id as load_id, clean.record_number, $source as source, clean.ticket_id, clean.status,
    role.moment as changed_at, clean.technician
from clean_row as clean
inner join record_role as role on role.record_number = clean.record_number
where role.role in ('kept', 'folded') and role.moment is not null and clean.status is not null
