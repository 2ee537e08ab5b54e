-- One row a record: what the file says once impossible cells are taken out; the damaged ones stay marked, because a
-- ticket whose end cannot be read has ended. What happened after the as-of moment was not known then.
-- A placeholder for "no date" is listed, but damages nothing: it says that there is none. Where a whole column has no
-- time of day ($date_only), what it says cannot be measured: the end is there, but unknown.
-- $as_of: the moment of the export. $counted: instants that were counted from the opening.
create or replace temp table clean_row as
with

damaged as (
    select
        record_number, list(field) as fields,
        list(field) filter (reason <> 'a placeholder, not a date') as spoilt
    from field_problem
    group by record_number
)

select
    typed.* replace (
        if(list_contains(damaged.fields, 'opened_at'), null, opened_at) as opened_at,
        if(list_contains(damaged.fields, 'first_response_at') or first_response_at > $as_of
            or list_contains($date_only, 'first_response_at'), null, first_response_at) as first_response_at,
        if(list_contains(damaged.fields, 'resolved_at') or resolved_at > $as_of
            or list_contains($date_only, 'resolved_at'), null, resolved_at) as resolved_at,
        if(list_contains(damaged.fields, 'closed_at') or closed_at > $as_of, null, closed_at) as closed_at,
        if(list_contains(damaged.fields, 'reopened_at') or reopened_at > $as_of, null, reopened_at) as reopened_at,
        if(list_contains(damaged.fields, 'updated_at'), null, updated_at) as updated_at,
        if(list_contains(damaged.fields, 'changed_at'), null, changed_at) as changed_at,
        if(list_contains(damaged.fields, 'valid_from'), null, valid_from) as valid_from,
        if(list_contains(damaged.fields, 'distance_km'), null, distance_km) as distance_km,
        if(list_contains(damaged.fields, 'hands_on_minutes'), null, hands_on_minutes) as hands_on_minutes,
        if(list_contains(damaged.fields, 'travel_minutes'), null, travel_minutes) as travel_minutes,
        if(first_response_business_minutes < 0, null, first_response_business_minutes) as first_response_business_minutes,
        if(resolution_business_minutes < 0, null, resolution_business_minutes) as resolution_business_minutes,
        if(vendor_response_minutes < 0, null, vendor_response_minutes) as vendor_response_minutes,
        if(vendor_resolution_minutes < 0, null, vendor_resolution_minutes) as vendor_resolution_minutes,
        if(list_contains(damaged.fields, 'amount'), null, amount) as amount
    ),
    coalesce(list_contains(damaged.spoilt, if(list_contains($counted, 'first_response_at'),
            'first_response_minutes', 'first_response_at')), false)
        or (first_response_at is not null and list_contains($date_only, 'first_response_at')) as first_response_damaged,
    coalesce(list_contains(damaged.spoilt, if(list_contains($counted, 'resolved_at'), 'resolution_minutes', 'resolved_at'))
        or (list_contains(damaged.spoilt, 'closed_at') and resolved_at is null), false)
        or (resolved_at is not null and list_contains($date_only, 'resolved_at')) as resolved_damaged,
    coalesce(resolved_at > $as_of or closed_at > $as_of or updated_at > $as_of, false) as ended_later
from typed_row as typed
left join damaged on damaged.record_number = typed.record_number
