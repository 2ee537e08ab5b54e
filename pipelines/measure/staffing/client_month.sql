-- One row a client, month (its first day) and clock of tickets opened in it that were judged: how many, and in time.
-- tier: the plan of most of its tickets in that month. Open tickets past their target are judged, and late.
select
    client, mode(tier) as tier, cast(date_trunc('month', opened_day) as date) as month, clock,
    count(*) as judged, count(*) filter (state = 'met') as met
from ticket_clock
where client is not null and state in ('met', 'breached')
group by client, month, clock
order by client, month, clock
