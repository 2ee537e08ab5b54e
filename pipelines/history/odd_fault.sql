-- The records of a file of tickets that get a second look, with what their place in the file's own story is judged by.
create or replace temp table record_fault as
select
    record_number, ticket_id, row_hash, moment,
    coalesce(problem, if(ticket_id in (select ticket_id from unlike_ticket), 'ticket_id: unlike all the others', null)) as problem,
    too_late, faulty, seen_at
from odd_row
