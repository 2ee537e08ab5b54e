-- One row a line of a target list, in force from `valid_from` until the same clock and client have a later version.
-- A version is all lines that start together: lines of an older version do not shine through a newer one. Of lines that
-- say something of the same tickets from the same moment, the one of the newest load holds, then the later record.
-- A version that was saved as a whole takes the place of all that was loaded before for the same day.
-- Cells are spelled as the tickets are (target_macros.sql).
-- $timezone: the company's; a version is named for the day there on which it starts.
create or replace table target as
with

spelled as (
    select
        accepted.* replace (
            named_tier(accepted.tier) as tier,
            coalesce(written_work_mode(accepted.work_mode), accepted.work_mode) as work_mode,
            named_band(accepted.distance_band) as distance_band,
            plain_priority(accepted.priority) as priority
        ),
        lower(trim(accepted.client)) as client_key,
        strftime(timezone($timezone, accepted.valid_from at time zone 'UTC'), '%Y-%m-%d') as target_version,
        row_number() over (order by load.loaded_at, load.load_id, record_number) as place
    from accepted_target as accepted
    inner join load on load.load_id = accepted.load_id
),

saved as (
    select target_version, max(place) as last_place, arg_max(load_id, place) as load_id
    from spelled
    where load_id in (select load_id from saved_version)
    group by target_version
),

standing as (
    select spelled.*
    from spelled
    left join saved on saved.target_version = spelled.target_version
    where saved.load_id is null or spelled.load_id = saved.load_id or spelled.place > saved.last_place
    qualify row_number() over (
        partition by spelled.valid_from, cells_of(
            clock, client, tier, issue_type, work_mode, distance_band, priority, premium
        ) order by place desc
    ) = 1
),

versions as (
    select
        clock, client_key, valid_from, lead(valid_from) over (partition by clock, client_key order by valid_from) as valid_to
    from (select distinct clock, client_key, valid_from from standing)
)

select
    lines.valid_from, lines.clock, lines.client, lines.tier, lines.issue_type, lines.work_mode, lines.distance_band,
    lines.priority, lines.premium, lines.amount, lines.unit, versions.valid_to, lines.target_version, lines.load_id
from standing as lines
inner join versions
    on versions.clock = lines.clock and versions.client_key is not distinct from lines.client_key
    and versions.valid_from = lines.valid_from
