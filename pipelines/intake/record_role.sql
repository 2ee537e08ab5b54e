-- One row a record of the clean copy: what becomes of it inside its own file; `kept` is for the history to judge.
-- Of several states of one ticket in a file of tickets the newest stands, of equal ones the later row, or the earlier
-- one where the file is written newest first (`place` counts in the file's own direction).
-- Of a log with a row an update or event the last row is the ticket, the others are folded into its status history.
-- $required: fields that the kind cannot do without. $log: whether a row is an update or an event.
-- $history: whether a row is a status change of a ticket that stands elsewhere. $as_of: the moment of the export.
create or replace temp table record_role as
with

lacking as (
    select
        record_number,
        list_filter($required, lambda field: (case field
            when 'ticket_id' then ticket_id
            when 'opened_at' then cast(opened_at as varchar)
            when 'updated_at' then cast(updated_at as varchar)
            when 'changed_at' then cast(changed_at as varchar)
            when 'valid_from' then cast(valid_from as varchar)
            when 'amount' then cast(amount as varchar)
            when 'status' then status
            when 'client' then client
            when 'tier' then tier
            when 'clock' then clock
            when 'unit' then unit
        end) is null)[1] as field
    from clean_row
),

judged as (
    select
        clean.record_number, ticket_id, row_hash,
        coalesce(changed_at, updated_at) as moment,
        case
            when lacking.field is not null then lacking.field || ': missing or not readable'
            when regexp_full_match(ticket_id, '\d([.,]\d+)?[eE][+]\d+') then 'ticket_id: damaged by a spreadsheet'
            when clock is not null and clock not in ('first_response', 'resolution') then 'clock: not one of ours'
            when premium is not null and read_yes(premium) is null then 'premium: neither yes nor no'
            when unit is not null and unit not in ('business_minutes', 'business_hours', 'business_days')
                then 'unit: not one of ours'
        end as problem,
        case
            when opened_at > $as_of then 'opened after the as-of moment'
            when coalesce(changed_at, if($log, updated_at, null)) > $as_of then 'changed after the as-of moment'
        end as too_late
    from clean_row as clean
    inner join lacking on lacking.record_number = clean.record_number
),

copied as (
    select
        *,
        row_number() over (partition by row_hash order by record_number) > 1 as copy,
        lag(moment) over (partition by ticket_id order by record_number) as moment_before
    from judged
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
        when newest > 1 and ticket_id is not null then 'superseded'
        else 'kept'
    end as role,
    coalesce(problem, too_late) as reason
from ranked
