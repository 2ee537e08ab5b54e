-- One row per calendar with a UTC day of more open pieces than the nine that calendar_day holds; none is right.
select title, timezone, min(day) as day
from calendar_day
inner join calendar using (calendar_id)
where piece_count > 9
group by calendar_id, title, timezone
order by calendar_id;
