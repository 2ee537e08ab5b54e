-- One row a line that is not saved, its cells spelled as the tickets are.
create or replace temp table draft_line as
select
    line_number, clock, client, named_tier(written_line.tier) as tier, issue_type,
    coalesce(written_work_mode(work_mode), work_mode) as work_mode, named_band(written_line.distance_band) as distance_band,
    plain_priority(priority) as priority, premium, amount, unit
from written_line
