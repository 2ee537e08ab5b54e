-- One row a cell that says something which cannot be so: its record, field, reason and own text.
-- Instants before 1990 are placeholders of ticket tools (1899-12-30, 1900-01-01), never dates of work.
-- $not_after: the latest moment at which something can have happened. $date_only: columns without a time of day.
create or replace temp table field_problem as
with

cells as (
    select
        raw.record_number,
        unnest([
            {'field': 'opened_at', 'text': raw.opened_at, 'moment': typed.opened_at, 'seen': true},
            {'field': 'first_response_at', 'text': raw.first_response_at, 'moment': typed.first_response_at, 'seen': true},
            {'field': 'resolved_at', 'text': raw.resolved_at, 'moment': typed.resolved_at, 'seen': true},
            {'field': 'closed_at', 'text': raw.closed_at, 'moment': typed.closed_at, 'seen': true},
            {'field': 'reopened_at', 'text': raw.reopened_at, 'moment': typed.reopened_at, 'seen': true},
            {'field': 'updated_at', 'text': raw.updated_at, 'moment': typed.updated_at, 'seen': true},
            {'field': 'changed_at', 'text': raw.changed_at, 'moment': typed.changed_at, 'seen': true},
            {'field': 'first_response_due_at', 'text': raw.first_response_due_at, 'moment': typed.first_response_due_at, 'seen': false},
            {'field': 'resolution_due_at', 'text': raw.resolution_due_at, 'moment': typed.resolution_due_at, 'seen': false},
            {'field': 'premium_since', 'text': raw.premium_since, 'moment': typed.premium_since, 'seen': false},
            {'field': 'valid_from', 'text': raw.valid_from, 'moment': typed.valid_from, 'seen': false}
        ], recursive := true),
        typed.opened_at as opening
    from raw_row as raw
    inner join typed_row as typed on typed.record_number = raw.record_number
),

instants as (
    select
        record_number, field, text,
        case
            when moment is null then 'not a date'
            when moment < timestamp '1990-01-01' then 'a placeholder, not a date'
            when seen and moment > $not_after then 'in the future'
            when field in ('first_response_at', 'resolved_at', 'closed_at') and moment < opening
                and not list_contains($date_only, field) then 'before opened_at'
        end as reason
    from cells
    where text is not null
),

numbers as (
    unpivot (
        select
            raw.record_number,
            if(typed.distance_km is null or typed.distance_km < 0, raw.distance_km, null) as distance_km,
            if(typed.hands_on_minutes is null or typed.hands_on_minutes < 0, raw.hands_on_minutes, null) as hands_on_minutes,
            if(typed.travel_minutes is null or typed.travel_minutes < 0, raw.travel_minutes, null) as travel_minutes,
            if(typed.paused_minutes is null or typed.paused_minutes < 0, raw.paused_minutes, null) as paused_minutes,
            if(typed.mileage_km is null or typed.mileage_km < 0, raw.mileage_km, null) as mileage_km,
            if(minutes_that_passed(typed.first_response_minutes) is null, raw.first_response_minutes, null) as first_response_minutes,
            if(minutes_that_passed(typed.first_response_business_minutes) is null, raw.first_response_business_minutes, null) as first_response_business_minutes,
            if(minutes_that_passed(typed.resolution_minutes) is null, raw.resolution_minutes, null) as resolution_minutes,
            if(minutes_that_passed(typed.resolution_business_minutes) is null, raw.resolution_business_minutes, null) as resolution_business_minutes,
            if(typed.vendor_response_minutes is null or typed.vendor_response_minutes < 0, raw.vendor_response_minutes, null) as vendor_response_minutes,
            if(typed.vendor_resolution_minutes is null or typed.vendor_resolution_minutes < 0, raw.vendor_resolution_minutes, null) as vendor_resolution_minutes,
            if(typed.reopen_count is null, raw.reopen_count, null) as reopen_count,
            if(typed.users is null, raw.users, null) as users,
            if(typed.monthly_fee is null, raw.monthly_fee, null) as monthly_fee,
            if(typed.amount is null or typed.amount <= 0, raw.amount, null) as amount
        from raw_row as raw
        inner join typed_row as typed on typed.record_number = raw.record_number
    )
    on columns(* exclude (record_number)) into name field value text
)

select record_number, field, reason, text from instants where reason is not null
union all by name
select record_number, field, 'not a number that can be read' as reason, text from numbers
