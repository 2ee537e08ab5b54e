-- How many clocks read otherwise by the portable SQL from the files than by the measuring of the history.
select count(*)
from clock_fact as fact
full join judged_clock as judged on judged.clock_id = fact.clock_id
where fact.clock_id is null
    or fact.business_seconds is distinct from judged.business_seconds
    or fact.paused_seconds is distinct from judged.paused_seconds
    or (fact.measured and fact.state is distinct from judged.verdict)
    or (not fact.measured and judged.clock_id is not null)
