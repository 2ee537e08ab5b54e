-- One row a calendar and stretch of open time over the days of the tickets, as wall clock of the company ($timezone);
-- the company's own calendar is $default_calendar, marked is_default.
select
    window_of.calendar_id, calendar.calendar = $default_calendar as is_default,
    timezone($timezone, window_of.opens_at at time zone 'UTC') as opens_at,
    timezone($timezone, window_of.closes_at at time zone 'UTC') as closes_at
from open_window as window_of
inner join calendar using (calendar_id)
order by window_of.calendar_id, window_of.opens_at
