-- One row a line of a target list, in force from `valid_from` until the same clock and client have a later version.
-- A version is all lines that start together: lines of an older version do not shine through a newer one. Of lines that
-- say something of the same tickets from the same moment, the one of the newest load holds, then the later record.
-- Cells are spelled as the tickets are, so that "On-site", "High" and "gold" find theirs.
-- $timezone: the company's; a version is named for the day there on which it starts.
create or replace table target as
with

spelled as (
    select
        accepted.* replace (
            coalesce(tier_name.tier, accepted.tier) as tier,
            coalesce(written_work_mode(work_mode), work_mode) as work_mode,
            coalesce(band.distance_band, accepted.distance_band) as distance_band,
            plain_priority(priority) as priority
        ),
        lower(trim(client)) as client_key
    from accepted_target as accepted
    inner join load on load.load_id = accepted.load_id
    left join tier_name on tier_name.written = accepted.tier
    left join distance_band as band on plain_band(band.distance_band) = plain_band(accepted.distance_band)
    qualify row_number() over (
        partition by clock, client_key, valid_from, premium, lower(trim(issue_type)),
            lower(coalesce(tier_name.tier, accepted.tier)), lower(plain_priority(priority)),
            coalesce(written_work_mode(work_mode), lower(work_mode)), plain_band(accepted.distance_band)
        order by load.loaded_at desc, load.load_id desc, record_number desc
    ) = 1
),

versions as (
    select
        clock, client_key, valid_from,
        lead(valid_from) over (partition by clock, client_key order by valid_from) as valid_to,
        strftime(timezone($timezone, valid_from at time zone 'UTC'), '%Y-%m-%d') as target_version
    from (select distinct clock, client_key, valid_from from spelled)
)

select
    lines.valid_from, lines.clock, lines.client, lines.tier, lines.issue_type, lines.work_mode, lines.distance_band,
    lines.priority, lines.premium, lines.amount, lines.unit, versions.valid_to, versions.target_version
from spelled as lines
inner join versions
    on versions.clock = lines.clock and versions.client_key is not distinct from lines.client_key
    and versions.valid_from = lines.valid_from
