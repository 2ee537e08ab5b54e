-- The first $rows clocks of one calendar (0: of any) with the seconds that the product stored.
select calendar_id, started_at, read_at, business_seconds
from business_seconds
inner join clock_span using (span_id)
where $calendar_id in (0, calendar_id)
order by span_id
limit $rows;
