-- One row a technician who owns resolved tickets: the day of the first and the last, and how many; the first first.
-- The first day is that of the first resolution that the history holds: who was there before it looks like new with it.
select technician, min(stopped_day) as first_day, max(stopped_day) as last_day, count(*) as tickets
from ticket_clock
where clock = 'resolution' and technician is not null and stopped_day is not null
group by technician
order by first_day, technician
