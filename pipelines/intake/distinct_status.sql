-- One row a status of the file.
select distinct status from clean_row where status is not null order by status
