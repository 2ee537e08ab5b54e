-- clean_rows: one row a record: what it says once impossible cells are taken out, and what is to be said about it.
-- A ticket whose end cannot be read has ended: damaged ends stay marked. A placeholder for "no date" is listed, but
-- damages nothing. Where a whole column has no time of day (rules.date_only) an end is there, but cannot be measured.
-- Where a file has minutes from the opening instead of an instant (rules.counted), the instant is counted from these. What happened after the moment of the
-- export (rules.as_of, null where it is not given) was not known then.
-- lacking: why the record as a whole cannot be taken. too_late: it tells of what came after the export. moment: when
-- this state of the ticket was written. seen_at: the latest moment that the record knows of.
create or replace temp macro later(moment, rules) as coalesce(moment > (rules).as_of, false);

create or replace temp macro after_minutes(moment, minutes) as moment + to_seconds(cast(round(minutes * 60) as bigint));

create or replace temp macro known(moment, fault, field, rules) as
    if(fault is null and not later(moment, rules) and not list_contains((rules).date_only, field), moment, null);

create or replace temp macro spoilt(moment, fault, field, rules) as
    coalesce(fault <> 'a placeholder, not a date', moment is not null and list_contains((rules).date_only, field));

create or replace temp macro clean_rows(path, mark, names, padded, place, missing, dates, offsets, units, rules) as table
with

emptied as (
    select
        * replace (
            if(opened_at_fault is null, opened_at, null) as opened_at,
            if(list_contains((rules).counted, 'first_response_at'),
                known(after_minutes(opened_at, first_response_minutes), null, '', rules),
                known(first_response_at, first_response_at_fault, 'first_response_at', rules)) as first_response_at,
            if(list_contains((rules).counted, 'resolved_at'),
                known(after_minutes(opened_at, resolution_minutes), null, '', rules),
                known(resolved_at, resolved_at_fault, 'resolved_at', rules)) as resolved_at,
            known(closed_at, closed_at_fault, '', rules) as closed_at,
            known(reopened_at, reopened_at_fault, '', rules) as reopened_at,
            if(updated_at_fault is null, updated_at, null) as updated_at,
            if(changed_at_fault is null, changed_at, null) as changed_at,
            if(valid_from_fault is null, valid_from, null) as valid_from,
            if(premium_since_fault is null, premium_since, null) as premium_since
        ),
        spoilt(first_response_at, first_response_at_fault, 'first_response_at', rules)
            or (list_contains((rules).counted, 'first_response_at') and first_response_minutes_fault is not null) as first_response_damaged,
        spoilt(resolved_at, resolved_at_fault, 'resolved_at', rules)
            or (list_contains((rules).counted, 'resolved_at') and resolution_minutes_fault is not null)
            or (spoilt(closed_at, closed_at_fault, '', rules) and resolved_at is null) as resolved_damaged,
        later(resolved_at, rules) or later(closed_at, rules) or later(updated_at, rules) as ended_later
    from typed_rows(path, mark, names, padded, place, missing, dates, offsets, units, rules)
    where record_number is distinct from (rules).totals_row and cells is distinct from (rules).header
)

select
    *,
    coalesce(changed_at, updated_at) as moment,
    coalesce(
        opened_at_fault, first_response_at_fault, resolved_at_fault, closed_at_fault, reopened_at_fault,
        updated_at_fault, changed_at_fault, first_response_due_at_fault, resolution_due_at_fault, premium_since_fault,
        valid_from_fault, distance_km_fault, latitude_fault, longitude_fault, drive_minutes_fault, mileage_km_fault,
        hands_on_minutes_fault, travel_minutes_fault, paused_minutes_fault, first_response_minutes_fault,
        first_response_business_minutes_fault, resolution_minutes_fault, resolution_business_minutes_fault,
        reopen_count_fault, vendor_response_minutes_fault, vendor_resolution_minutes_fault, users_fault,
        monthly_fee_fault, amount_fault
    ) is not null as faulty,
    greatest(opened_at, first_response_at, resolved_at, closed_at, reopened_at, updated_at, changed_at) as seen_at,
    lacking(rules, ticket_id, opened_at, updated_at, changed_at, valid_from, amount, status, client, tier, clock, unit,
        premium) as lacking,
    case
        when later(opened_at, rules) then 'opened after the as-of moment'
        when later(coalesce(changed_at, if((rules).log, updated_at, null)), rules) then 'changed after the as-of moment'
    end as too_late
from emptied
