-- One row a line of a version, in the columns of a target list: what is null holds for any. $version: its first day.
select
    cast(target_version as date) as valid_from, clock, client, tier, issue_type, work_mode, distance_band, priority, premium,
    amount, unit
from target
where target_version = $version
order by
    clock, client nulls first, tier nulls first, issue_type nulls first, work_mode nulls first, distance_band nulls first,
    priority nulls first, premium nulls first
