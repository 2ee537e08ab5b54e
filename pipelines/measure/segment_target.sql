-- One row a combination of clock, client and segment that occurs, and target version: the line that holds for it.
-- Of the lines that fit, the one with most cells filled in holds; of equals, the one that names Premium, then the issue
-- type, distance, work mode, priority, tier.
-- A client with versions of its own leaves the general ones as soon as its first one is in force.
create or replace temp table segment_target as
with

combinations as (
    select distinct span.clock, client, premium, issue_type, distance_band, work_mode, priority, tier
    from ticket_span as span
    inner join placed_ticket using (source, ticket_id)
    where span.clock <> 'first_resolution'
),

fitting as (
    select
        combinations.*, target.valid_from, target.valid_to, target.target_version, target.amount, target.unit,
        row_number() over (
            partition by combinations.clock, combinations.client, combinations.premium, combinations.issue_type,
                combinations.distance_band, combinations.work_mode, combinations.priority, combinations.tier,
                target.client, target.valid_from
            order by
                (target.premium is not null)::int + (target.issue_type is not null)::int
                    + (target.distance_band is not null)::int + (target.work_mode is not null)::int
                    + (target.priority is not null)::int + (target.tier is not null)::int desc,
                target.premium is not null desc, target.issue_type is not null desc,
                target.distance_band is not null desc, target.work_mode is not null desc,
                target.priority is not null desc, target.tier is not null desc, target.amount
        ) as place,
        target.client is not null as own
    from combinations
    inner join target
        on target.clock = combinations.clock
        and (target.client is null or lower(target.client) = lower(combinations.client))
        and (target.premium is null or target.premium = combinations.premium)
        and (target.issue_type is null or lower(target.issue_type) = lower(combinations.issue_type))
        and (target.distance_band is null or target.distance_band = combinations.distance_band)
        and (target.work_mode is null or target.work_mode = combinations.work_mode)
        and (target.priority is null or target.priority = combinations.priority)
        and (target.tier is null or lower(target.tier) = lower(combinations.tier))
)

select * exclude (place) from fitting where place = 1
