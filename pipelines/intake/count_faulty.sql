-- How many records have a cell that cannot be as it is written.
select count(*) from record_fault where faulty
