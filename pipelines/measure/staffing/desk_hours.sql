-- One row a calendar and stretch of open time over the days of the tickets, as wall clock of the company ($timezone).
-- Calendar 1 is the company's own.
select
    calendar_id,
    timezone($timezone, opens_at at time zone 'UTC') as opens_at,
    timezone($timezone, closes_at at time zone 'UTC') as closes_at
from open_window
order by calendar_id, open_window.opens_at
