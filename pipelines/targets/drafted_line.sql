-- One row a line that may judge: those that are not saved, and of the history those that would stay in force beside them,
-- for clocks and clients of which they say nothing. $at: a moment at which all of them are in force.
create or replace temp table judging_line as
select
    clock, client, tier, issue_type, work_mode, distance_band, priority, premium, amount, unit, null as target_version,
    $at::timestamp as valid_from, null::timestamp as valid_to
from draft_line
union all by name
select
    clock, client, tier, issue_type, work_mode, distance_band, priority, premium, amount, unit, target_version,
    $at::timestamp as valid_from, null::timestamp as valid_to
from target
where valid_to is null
    and (clock, coalesce(lower(trim(client)), '')) not in (select (clock, coalesce(lower(trim(client)), '')) from draft_line)
