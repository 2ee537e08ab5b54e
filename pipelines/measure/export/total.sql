-- One row a clock: what an engine that reads the files must come to, to the ticket and to the second.
select
    clock, sum(clocks)::bigint as clocks, sum(met)::bigint as met, sum(breached)::bigint as breached,
    sum(open_inside)::bigint as open_inside, sum(no_target)::bigint as no_target,
    sum(total_business_seconds)::bigint as business_seconds, sum(total_paused_seconds)::bigint as paused_seconds
from client_month
group by clock
order by clock
