-- The records of a file of tickets that get a second look, with what their place in the file's own story is judged by.
create or replace temp table record_fault as
select record_number, ticket_id, row_hash, moment, problem, too_late, faulty, seen_at from odd_row
