-- How many days are known to be closed.
select count(*) from calendar_day where piece_count = 0 and hours.opened_before = 0 and day_key > 0;
