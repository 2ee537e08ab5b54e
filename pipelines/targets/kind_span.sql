-- One row a combination of cells that occurs, for each clock, with its tickets: what the general targets are asked of.
-- $at: the moment of which the targets are.
create or replace temp table judged_span as
select
    row_number() over () as span_id, clock, 1 as calendar_id, $at::timestamp as judged_at, null::varchar as client, premium,
    issue_type, distance_band, work_mode, priority, tier, count(*) as tickets
from ticket_clock
group by clock, premium, issue_type, distance_band, work_mode, priority, tier
