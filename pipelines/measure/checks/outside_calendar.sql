-- Clocks outside the days that the calendars cover.
-- Look at it: a date of these tickets is probably wrong; mend it in the export and load it again.
select source, ticket_id, clock, started_at, stopped_at
from ticket_clock
where business_seconds is null and state = 'end_unknown' and (stopped_at is not null or still_open)
order by started_at
