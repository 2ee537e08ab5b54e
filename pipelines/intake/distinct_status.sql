-- One row a status of a log or a status history, with the rows that hold it.
select status, count(*) as n from clean_row where status is not null group by status order by status
