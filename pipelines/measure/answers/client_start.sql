-- One row a client: the day on which it opened its first ticket of the whole history, in the company's time zone.
select client, min(opened_day) as first_day
from ticket_clock
where clock = 'resolution' and client is not null
group by client
order by client
