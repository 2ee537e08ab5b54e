-- One row: how much there is and until when it was seen; excluded tickets are counted beside.
select
    count(*) filter (not excluded) as tickets,
    count(*) filter (excluded) as excluded,
    max(as_of) as as_of,
    min(opened_at) as first_opened_at,
    max(opened_at) as last_opened_at,
    count(tier) > 0 as has_tier,
    count(client) > 0 as has_client,
    count(work_mode) > 0 as has_work_mode,
    count(distance_band) > 0 as has_distance,
    count(priority) > 0 as has_priority,
    (select count(*) > 0 from target) as has_targets,
    (select coalesce(bool_or(is_sample), false) from load) as is_sample
from placed_ticket
