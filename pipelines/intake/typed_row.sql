-- One row a record of the clean copy: every cell as what it is, null where it could not be read (field_problem lists those).
-- $formats, $zones: for each instant, the strptime formats that its column proved and the zone of its naive times.
-- $kinds: how each instant is written. $units: what each duration is counted in. $kilometres: how long a distance's unit is.
-- $counted: instants that the file has no column for, but calendar minutes from the opening.
-- $met: the words by which the source says that it kept its target, or not. $us_zip: postcodes lost their zeros.
create or replace temp table typed_row as
with

cells as (
    select
        record_number, line_number, row_hash,
        ticket_id, client, site, issue_kind, issue_type, sub_type, tier, priority, impact, urgency, status, work_mode,
        technician, support_level, subject, channel, merged_into, excluded, calendar, timezone, clock,
        distance_band, premium, unit,
        if($us_zip, us_zip(postcode), postcode) as postcode,
        read_met(vendor_met, ($met).yes, ($met).no) as vendor_met,
        read_moment(opened_at, ($kinds).opened_at, ($formats).opened_at, ($zones).opened_at) as opened_at,
        read_moment(first_response_at, ($kinds).first_response_at, ($formats).first_response_at, ($zones).first_response_at) as first_response_at,
        read_moment(resolved_at, ($kinds).resolved_at, ($formats).resolved_at, ($zones).resolved_at) as resolved_at,
        read_moment(closed_at, ($kinds).closed_at, ($formats).closed_at, ($zones).closed_at) as closed_at,
        read_moment(reopened_at, ($kinds).reopened_at, ($formats).reopened_at, ($zones).reopened_at) as reopened_at,
        read_moment(updated_at, ($kinds).updated_at, ($formats).updated_at, ($zones).updated_at) as updated_at,
        read_moment(changed_at, ($kinds).changed_at, ($formats).changed_at, ($zones).changed_at) as changed_at,
        read_moment(first_response_due_at, ($kinds).first_response_due_at, ($formats).first_response_due_at, ($zones).first_response_due_at) as first_response_due_at,
        read_moment(resolution_due_at, ($kinds).resolution_due_at, ($formats).resolution_due_at, ($zones).resolution_due_at) as resolution_due_at,
        read_moment(premium_since, ($kinds).premium_since, ($formats).premium_since, ($zones).premium_since) as premium_since,
        read_moment(valid_from, ($kinds).valid_from, ($formats).valid_from, ($zones).valid_from) as valid_from,
        read_number(distance_km) * ($kilometres).distance_km as distance_km,
        read_number(latitude) as latitude,
        read_number(longitude) as longitude,
        read_number(mileage_km) * ($kilometres).mileage_km as mileage_km,
        read_minutes(drive_minutes, ($units).drive_minutes) as drive_minutes,
        read_minutes(first_response_minutes, ($units).first_response_minutes) as first_response_minutes,
        read_minutes(first_response_business_minutes, ($units).first_response_business_minutes) as first_response_business_minutes,
        read_minutes(resolution_minutes, ($units).resolution_minutes) as resolution_minutes,
        read_minutes(resolution_business_minutes, ($units).resolution_business_minutes) as resolution_business_minutes,
        read_minutes(hands_on_minutes, ($units).hands_on_minutes) as hands_on_minutes,
        read_minutes(travel_minutes, ($units).travel_minutes) as travel_minutes,
        read_minutes(paused_minutes, ($units).paused_minutes) as paused_minutes,
        read_number(reopen_count) as reopen_count,
        read_minutes(vendor_response_minutes, ($units).vendor_response_minutes) as vendor_response_minutes,
        read_minutes(vendor_resolution_minutes, ($units).vendor_resolution_minutes) as vendor_resolution_minutes,
        read_number(users) as users,
        read_number(monthly_fee) as monthly_fee,
        read_number(amount) as amount
    from raw_row
)

select
    * replace (
        if(list_contains($counted, 'first_response_at'),
            opened_at + to_seconds(round(minutes_that_passed(first_response_minutes) * 60)), first_response_at) as first_response_at,
        if(list_contains($counted, 'resolved_at'),
            opened_at + to_seconds(round(minutes_that_passed(resolution_minutes) * 60)), resolved_at) as resolved_at
    )
from cells
