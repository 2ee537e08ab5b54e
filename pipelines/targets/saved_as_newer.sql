-- One row a line that is compared with an older version: those of a version. $version: its first day.
create or replace temp table newer_line as
select clock, client, tier, issue_type, work_mode, distance_band, priority, premium, amount, unit
from target
where target_version = $version
