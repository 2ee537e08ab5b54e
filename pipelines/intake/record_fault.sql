-- One row a record of the clean copy: what is wrong with it as a whole, and whether it came too late to be known.
-- $required: fields that the kind cannot do without. $log: whether a row is an update or an event.
-- $as_of: the moment of the export.
create or replace temp table record_fault as
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
)

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
