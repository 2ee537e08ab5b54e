-- One row a record of the clean copy: what becomes of it inside its own file; `kept` is for the history to judge.
-- Of several states of one ticket in a file of tickets the newest stands, of equal ones the later row, or the earlier
-- one where the file is written newest first (`place` counts in the file's own direction).
-- Of a log with a row an update or event the last row is the ticket, the others are folded into its status history.
-- $log: whether a row is an update or an event.
-- $fan_out: whether the rows of a ticket are one ticket several times over (a follow-up or category each).
-- $history: whether a row is a status change of a ticket that stands elsewhere.
create or replace temp table record_role as
with

copied as (
    select
        *,
        row_number() over (partition by row_hash order by record_number) > 1 as copy,
        lag(moment) over (partition by ticket_id order by record_number) as moment_before
    from record_fault
),

direction as (
    select if(count(*) filter (moment < moment_before) > count(*) filter (moment > moment_before), -1, 1) as sign
    from copied
),

ranked as (
    select
        *,
        record_number * sign as place,
        row_number() over (
            partition by ticket_id, problem is null and too_late is null and not copy
            order by moment desc nulls last, record_number * sign desc
        ) as newest
    from copied
    cross join direction
)

select
    record_number, ticket_id, moment, place,
    case
        when problem is not null then 'quarantined'
        when too_late is not null then 'excluded'
        when copy then 'duplicate'
        when $history or ($log and newest > 1) then 'folded'
        when newest > 1 and ticket_id is not null then if($fan_out, 'folded', 'superseded')
        else 'kept'
    end as role,
    coalesce(problem, too_late) as reason
from ranked
