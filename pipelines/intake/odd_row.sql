-- One row a record that gets a second look, with all that can be wrong with it. How it is read: see clean_rows.sql.
create or replace temp table odd_row as
select
    record_number, ticket_id, hash(cells) as row_hash, moment, lacking as problem, too_late, faulty, seen_at,
    columns('_fault$'), columns('_said$')
from clean_rows($path, $mark, $names, $padded, $place, $missing, $dates, $offsets, $units, $rules)
