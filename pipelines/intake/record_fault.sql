-- One row a record of the clean copy, with what its place in the file's own story is judged by.
create or replace temp table record_fault as
select record_number, ticket_id, row_hash, moment, lacking as problem, too_late, faulty, seen_at
from clean_row
