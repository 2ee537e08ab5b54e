-- One row a line that is compared with an older version: those that are not saved.
create or replace temp table newer_line as
select clock, client, tier, issue_type, work_mode, distance_band, priority, premium, amount, unit
from draft_line
