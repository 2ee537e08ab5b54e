-- One row a record of a file of tickets that is not plainly a ticket of its own: it lacks something, a cell of it cannot
-- be so, it came too late, or another row tells of the same ticket. How the file is read: see clean_rows.sql.
create or replace temp table record_fault as
select record_number, ticket_id, hash(cells) as row_hash, moment, lacking as problem, too_late, faulty, seen_at
from clean_rows($path, $mark, $names, $padded, $place, $missing, $dates, $offsets, $units, $rules)
where lacking is not null or too_late is not null or faulty
    or ticket_id in (select ticket_id from repeated_ticket)
