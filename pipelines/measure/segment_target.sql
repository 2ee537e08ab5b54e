-- One row a combination of clock and segment that occurs, and target version: the line that holds for it.
-- Of the lines that fit, the one with most cells filled in holds; of equals, the one that names Premium, then the issue
-- type, distance, work mode, priority, tier; then the shortest, a business day counted in the company's own hours.
-- for_client: null for the general lines, a client for lines of its own; only clients that own lines are told apart.
-- A client's own lines win where they fit (ticket_target.sql); elsewhere the general ones hold.
-- judged_span says what is judged, judging_line by which lines: those of the history, or of a re-score.
create or replace temp table segment_target as
with

owners as (
    select distinct lower(trim(client)) as client from judging_line where client is not null
),

occurring as (
    select distinct clock, owners.client, premium, issue_type, distance_band, work_mode, priority, tier
    from judged_span as span
    left join owners on owners.client = span.client
),

combinations as (
    select distinct * exclude (client), unnest([null, client]) as for_client from occurring
),

asked as (
    select *, unnest([null, lower(trim(issue_type))]) as for_type from combinations
),

fitting as (
    select
        asked.* exclude (for_type), target.valid_from, target.valid_to, target.target_version, target.amount, target.unit,
        row_number() over (
            partition by asked.clock, for_client, asked.premium, asked.issue_type, asked.distance_band, asked.work_mode,
                asked.priority, asked.tier, target.valid_from
            order by
                (target.premium is not null)::int + (target.issue_type is not null)::int
                    + (target.distance_band is not null)::int + (target.work_mode is not null)::int
                    + (target.priority is not null)::int + (target.tier is not null)::int desc,
                target.premium is not null desc, target.issue_type is not null desc,
                target.distance_band is not null desc, target.work_mode is not null desc,
                target.priority is not null desc, target.tier is not null desc,
                in_seconds(target.amount, target.unit, usual.business_day_seconds)
        ) as place
    from asked
    inner join judging_line as target
        on target.clock = asked.clock
        and lower(trim(target.client)) is not distinct from asked.for_client
        and lower(trim(target.issue_type)) is not distinct from asked.for_type
        and (target.premium is null or target.premium = asked.premium)
        and (target.distance_band is null or target.distance_band = asked.distance_band)
        and (target.work_mode is null or target.work_mode = asked.work_mode)
        and (target.priority is null or lower(target.priority) = lower(asked.priority))
        and (target.tier is null or lower(target.tier) = lower(asked.tier))
    cross join (select business_day_seconds from calendar where calendar_id = 1) as usual
)

select * exclude (place) from fitting where place = 1
