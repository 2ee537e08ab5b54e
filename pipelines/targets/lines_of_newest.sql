-- How many lines the newest target list has in the history.
select count(*) from accepted_target where load_id = (select max(load_id) from load where kind = 'targets')
