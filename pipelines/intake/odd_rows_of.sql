-- rows_of, from here on: only the records that were put aside for a second look (odd_cells.sql). Whatever reads a file by
-- this name then reads those alone.
create or replace temp macro rows_of(path, mark, names, padded) as table
select record_number, cells from odd_cells
