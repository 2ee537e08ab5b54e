-- One row a clock that is measured, judged to the second: over its target it is breached, also while it still runs.
create view judged_clock as
select
    fact.clock_id as clock_id,
    fact.client_id as client_id,
    fact.opened_month as opened_month,
    fact.clock as clock,
    fact.ended as ended,
    seconds.business_seconds as business_seconds,
    seconds.paused_seconds as paused_seconds,
    case
        when fact.target_seconds is null then 'no_target'
        when seconds.business_seconds > fact.target_seconds then 'breached'
        when fact.ended = 'open' then 'open_inside'
        else 'met'
    end as verdict
from clock_fact as fact
inner join clock_seconds as seconds on seconds.clock_id = fact.clock_id
