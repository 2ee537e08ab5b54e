-- One row a record that gets a second look, with its cells (odd_record names them).
-- $path, $mark, $names, $padded: the file.
create or replace temp table odd_cells as
select record_number, cells
from rows_of($path, $mark, $names, $padded)
where record_number in (select record_number from odd_record)
