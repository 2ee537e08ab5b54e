-- The tickets of a file in which a row is a ticket, straight from the file, kept as they were stated. Of several rows of
-- one ticket those that do not stand are taken out again (drop_rows.sql). A status that was set after the as-of moment
-- is unknown.
-- $load_id: the load they came with. $source: the ticket tool. The others: how the file is read (clean_rows.sql).
insert into accepted_ticket by name
select
    $load_id as load_id, record_number, $source as source, ticket_id, null as changes_hash, faulty, client, site, issue_kind, issue_type, sub_type, tier,
    null as issue_type_at_opening, null as sub_type_at_opening, null as tier_at_opening, priority, null as priority_at_opening, impact, urgency,
    if(ended_later, null, status) as status, work_mode, distance_km, latitude, longitude,
    postcode, drive_minutes, mileage_km, technician, support_level, hands_on_minutes, travel_minutes, paused_minutes,
    reopen_count, first_response_business_minutes, resolution_business_minutes, opened_at, first_response_at,
    resolved_at, closed_at, reopened_at, updated_at, first_response_due_at, resolution_due_at, vendor_met,
    vendor_response_minutes, vendor_resolution_minutes, subject, channel, merged_into,
    coalesce(merged_into <> '0', false) or coalesce(read_yes(excluded), false) as excluded,
    first_response_damaged, resolved_damaged,
    in_repeated_hour(opened_at, $timezone, $offsets) as in_repeated_hour
from clean_rows($path, $mark, $names, $padded, $place, $missing, $dates, $offsets, $units, $rules)
where lacking is null and too_late is null
