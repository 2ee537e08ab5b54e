-- The number of the next load; the outcomes keep the numbers of loads that were taken back.
select coalesce(greatest(max(load_id), (select max(load_id) from load_outcome)), 0) + 1 from load
