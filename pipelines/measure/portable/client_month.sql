-- One row a client, month of opening and clock: how many in which state, and their seconds in all.
-- Clocks that are not measured (their end is not known, or lies outside the calendar) stand in no row: clock_fact has them.
create view client_month as
select
    client_id,
    opened_month,
    clock,
    count(*) as clocks,
    sum(case when verdict = 'met' then 1 else 0 end) as met,
    sum(case when verdict = 'breached' then 1 else 0 end) as breached,
    sum(case when verdict = 'open_inside' then 1 else 0 end) as open_inside,
    sum(case when verdict = 'no_target' then 1 else 0 end) as no_target,
    sum(business_seconds) as total_business_seconds,
    sum(paused_seconds) as total_paused_seconds
from judged_clock
group by client_id, opened_month, clock
