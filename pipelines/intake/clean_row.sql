-- One row a record of a log, a status history or a list: what it says once impossible cells are taken out.
-- How the file is read: see clean_rows.sql.
create or replace temp table clean_row as
select columns(lambda name: not regexp_matches(name, '(_said|_fault|^cells)$')), hash(cells) as row_hash
from clean_rows($path, $mark, $names, $padded, $place, $missing, $dates, $offsets, $units, $rules)
