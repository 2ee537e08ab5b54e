-- Tickets that waited for their roles, kept as they were stated. $load_id: the load they came with. $timezone, $offsets: of the file.
insert into accepted_ticket by name
select
    $load_id as load_id, record_number, source, ticket_id, changes_hash, faulty, client, site, issue_kind, issue_type, sub_type, tier,
    issue_type_at_opening, sub_type_at_opening, tier_at_opening, priority, priority_at_opening, impact, urgency, status, work_mode, distance_km, latitude, longitude,
    postcode, drive_minutes, mileage_km, technician, support_level, hands_on_minutes, travel_minutes, paused_minutes,
    reopen_count, first_response_business_minutes, resolution_business_minutes, opened_at, first_response_at,
    resolved_at, closed_at, reopened_at, updated_at, first_response_due_at, resolution_due_at, vendor_met,
    vendor_response_minutes, vendor_resolution_minutes, subject, channel, merged_into, excluded,
    first_response_damaged, resolved_damaged,
    in_repeated_hour(opened_at, $timezone, $offsets) as in_repeated_hour
from ticket_in_file
