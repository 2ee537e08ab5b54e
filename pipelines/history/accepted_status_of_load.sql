-- One row a status of the tickets of a load ($load_id), with the tickets that have it.
select status, count(*) as n from accepted_ticket where load_id = $load_id and status is not null group by status order by status
