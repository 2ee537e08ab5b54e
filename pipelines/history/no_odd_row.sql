-- No record of the file needs a second look.
create or replace temp table record_fault (
    record_number bigint, ticket_id varchar, row_hash ubigint, moment timestamp, problem varchar, too_late varchar,
    faulty boolean, seen_at timestamp
)
