-- One row a status of the file: what it means for the clocks.
create or replace temp table file_status (status varchar, state varchar)
