-- One row a line of a version or of newer_line; lines are the same where they say something of the same tickets.
-- Both amounts in business seconds of the company's own calendar. change: tighter, looser or same, only_old, only_new.
-- $old: the version.
with

lines as (
    select clock, client, tier, issue_type, work_mode, distance_band, priority, premium, amount, unit, true as is_old
    from target
    where target_version = $old
    union all by name
    select *, false as is_old from newer_line
),

counted as (
    select
        lines.*, cells_of(clock, client, tier, issue_type, work_mode, distance_band, priority, premium) as cells,
        in_seconds(amount, unit, usual.business_day_seconds) as seconds
    from lines
    cross join (select business_day_seconds from calendar where calendar_id = 1) as usual
),

older as (
    select * from counted where is_old
),

newer as (
    select * from counted where not is_old
)

select
    coalesce(newer.clock, older.clock) as clock, coalesce(newer.client, older.client) as client,
    coalesce(newer.tier, older.tier) as tier, coalesce(newer.issue_type, older.issue_type) as issue_type,
    coalesce(newer.work_mode, older.work_mode) as work_mode,
    coalesce(newer.distance_band, older.distance_band) as distance_band,
    coalesce(newer.priority, older.priority) as priority, coalesce(newer.premium, older.premium) as premium,
    older.amount as old_amount, older.unit as old_unit, older.seconds as old_seconds,
    newer.amount as new_amount, newer.unit as new_unit, newer.seconds as new_seconds,
    case
        when older.seconds is null then 'only_new'
        when newer.seconds is null then 'only_old'
        when newer.seconds < older.seconds then 'tighter'
        when newer.seconds > older.seconds then 'looser'
        else 'same'
    end as change
from older
full join newer on newer.cells is not distinct from older.cells
order by
    1, 2 nulls first, 3 nulls first, 4 nulls first, 5 nulls first, 6 nulls first, 7 nulls first, 8 nulls first
