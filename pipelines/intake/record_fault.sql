-- One row a record of the clean copy, with what its place in the file's own story is judged by.
create or replace temp table record_fault as
with

tickets as (
    select are_numbers(ticket_id) as numbered from clean_row where lacking is null and too_late is null
)

select
    record_number, ticket_id, row_hash, moment,
    coalesce(lacking, if(numbered and not regexp_matches(ticket_id, '\d'), 'ticket_id: unlike all the others', null)) as problem,
    too_late, faulty, seen_at
from clean_row
cross join tickets
