-- How many rows each table of the export has.
select
    (select count(*) from clock_fact) as clock_fact, (select count(*) from pause_fact) as pause_fact,
    (select count(*) from calendar_day) as calendar_day
