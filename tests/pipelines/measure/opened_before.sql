-- The running totals of the day table.
select day_key, calendar_id, hours.opened_before from calendar_day where day_key > 0 order by day_key;
