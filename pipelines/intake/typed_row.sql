-- One row a record of the clean copy: every cell as what it is, null where it could not be read (field_problem lists those).
-- $formats, $zones: for each instant, the strptime formats that its column proved and the zone of its naive times.
-- $minutes: for each duration, how many minutes one of the source's units has.
create or replace temp table typed_row as
select
    record_number, line_number, row_hash,
    ticket_id, client, site, postcode, issue_kind, issue_type, sub_type, tier, priority, impact, urgency, status, work_mode,
    technician, support_level, vendor_met, subject, channel, merged_into, excluded, calendar, timezone, clock,
    distance_band, premium, unit,
    read_instant(opened_at, ($formats).opened_at, ($zones).opened_at) as opened_at,
    read_instant(first_response_at, ($formats).first_response_at, ($zones).first_response_at) as first_response_at,
    read_instant(resolved_at, ($formats).resolved_at, ($zones).resolved_at) as resolved_at,
    read_instant(closed_at, ($formats).closed_at, ($zones).closed_at) as closed_at,
    read_instant(reopened_at, ($formats).reopened_at, ($zones).reopened_at) as reopened_at,
    read_instant(updated_at, ($formats).updated_at, ($zones).updated_at) as updated_at,
    read_instant(changed_at, ($formats).changed_at, ($zones).changed_at) as changed_at,
    read_instant(first_response_due_at, ($formats).first_response_due_at, ($zones).first_response_due_at) as first_response_due_at,
    read_instant(resolution_due_at, ($formats).resolution_due_at, ($zones).resolution_due_at) as resolution_due_at,
    read_instant(premium_since, ($formats).premium_since, ($zones).premium_since) as premium_since,
    read_instant(valid_from, ($formats).valid_from, ($zones).valid_from) as valid_from,
    read_number(distance_km) as distance_km,
    read_number(latitude) as latitude,
    read_number(longitude) as longitude,
    read_number(mileage_km) as mileage_km,
    read_number(drive_minutes) * ($minutes).drive_minutes as drive_minutes,
    read_number(first_response_minutes) * ($minutes).first_response_minutes as first_response_minutes,
    read_number(first_response_business_minutes) * ($minutes).first_response_business_minutes as first_response_business_minutes,
    read_number(resolution_minutes) * ($minutes).resolution_minutes as resolution_minutes,
    read_number(resolution_business_minutes) * ($minutes).resolution_business_minutes as resolution_business_minutes,
    read_number(hands_on_minutes) * ($minutes).hands_on_minutes as hands_on_minutes,
    read_number(travel_minutes) * ($minutes).travel_minutes as travel_minutes,
    read_number(paused_minutes) * ($minutes).paused_minutes as paused_minutes,
    read_number(reopen_count) as reopen_count,
    read_number(vendor_response_minutes) * ($minutes).vendor_response_minutes as vendor_response_minutes,
    read_number(vendor_resolution_minutes) * ($minutes).vendor_resolution_minutes as vendor_resolution_minutes,
    read_number(users) as users,
    read_number(monthly_fee) as monthly_fee,
    read_number(amount) as amount
from raw_row
