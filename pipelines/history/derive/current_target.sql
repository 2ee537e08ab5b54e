-- One row a line of a target list, in force from `valid_from` until the same clock and client have a later version.
-- A version is all lines that start together: lines of an older version do not shine through a newer one.
create or replace table target as
with

lines as (
    select distinct
        valid_from, clock, client, tier, issue_type, work_mode, distance_band, priority, premium, amount, unit
    from accepted_target
    inner join load using (load_id)
),

versions as (
    select
        clock, client, valid_from,
        lead(valid_from) over (partition by clock, client order by valid_from) as valid_to,
        strftime(valid_from, '%Y-%m-%d') as target_version
    from (select distinct clock, client, valid_from from lines)
)

select lines.*, versions.valid_to, versions.target_version
from lines
inner join versions
    on versions.clock = lines.clock and versions.client is not distinct from lines.client
    and versions.valid_from = lines.valid_from
