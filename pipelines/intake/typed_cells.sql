-- typed_cells: one row a record: what each cell is; null where the file does not say it or it cannot be read. Numbers
-- outside of what can be are none.
-- dates, offsets: how each instant is read, and by day since 1970 how far its time zone is ahead of UTC.
-- units: of each duration. rules: what may be missing and which moments are possible (plan.py).
create or replace temp macro typed_cells(path, mark, names, padded, place, missing, dates, offsets, units, rules) as table
select
    * replace (
        if((rules).us_zip, us_zip(postcode), postcode) as postcode,
        coalesce(cast(read_met(vendor_met, (rules).met.yes, (rules).met.no) as varchar),
            if(len((rules).met.yes) + len((rules).met.no) = 0, vendor_met, null)) as vendor_met
    ),
    moment_of(opened_at_said, (dates).opened_at, offsets) as opened_at,
    moment_of(first_response_at_said, (dates).first_response_at, offsets) as first_response_at,
    moment_of(resolved_at_said, (dates).resolved_at, offsets) as resolved_at,
    moment_of(closed_at_said, (dates).closed_at, offsets) as closed_at,
    moment_of(reopened_at_said, (dates).reopened_at, offsets) as reopened_at,
    moment_of(updated_at_said, (dates).updated_at, offsets) as updated_at,
    moment_of(changed_at_said, (dates).changed_at, offsets) as changed_at,
    moment_of(first_response_due_at_said, (dates).first_response_due_at, offsets) as first_response_due_at,
    moment_of(resolution_due_at_said, (dates).resolution_due_at, offsets) as resolution_due_at,
    moment_of(premium_since_said, (dates).premium_since, offsets) as premium_since,
    moment_of(valid_from_said, (dates).valid_from, offsets) as valid_from,
    between_or_null(read_number(one_style(distance_km_said, 'distance_km', rules)) * (units).distance_km, 0, 20000) as distance_km,
    between_or_null(read_number(one_style(latitude_said, 'latitude', rules)), -90, 90) as latitude,
    between_or_null(read_number(one_style(longitude_said, 'longitude', rules)), -180, 180) as longitude,
    between_or_null(read_minutes(one_style(drive_minutes_said, 'drive_minutes', rules), (units).drive_minutes), 0, 1e12) as drive_minutes,
    between_or_null(read_number(one_style(mileage_km_said, 'mileage_km', rules)) * (units).mileage_km, 0, 20000) as mileage_km,
    between_or_null(read_minutes(one_style(hands_on_minutes_said, 'hands_on_minutes', rules), (units).hands_on_minutes), 0, 1e12) as hands_on_minutes,
    between_or_null(read_minutes(one_style(travel_minutes_said, 'travel_minutes', rules), (units).travel_minutes), 0, 1e12) as travel_minutes,
    between_or_null(read_minutes(one_style(paused_minutes_said, 'paused_minutes', rules), (units).paused_minutes), 0, 1e12) as paused_minutes,
    minutes_that_passed(read_minutes(one_style(first_response_minutes_said, 'first_response_minutes', rules), (units).first_response_minutes)) as first_response_minutes,
    minutes_that_passed(read_minutes(one_style(first_response_business_minutes_said, 'first_response_business_minutes', rules), (units).first_response_business_minutes)) as first_response_business_minutes,
    minutes_that_passed(read_minutes(one_style(resolution_minutes_said, 'resolution_minutes', rules), (units).resolution_minutes)) as resolution_minutes,
    minutes_that_passed(read_minutes(one_style(resolution_business_minutes_said, 'resolution_business_minutes', rules), (units).resolution_business_minutes)) as resolution_business_minutes,
    between_or_null(read_number(one_style(reopen_count_said, 'reopen_count', rules)), 0, 1e12) as reopen_count,
    between_or_null(read_minutes(one_style(vendor_response_minutes_said, 'vendor_response_minutes', rules), (units).vendor_response_minutes), 0, 1e12) as vendor_response_minutes,
    between_or_null(read_minutes(one_style(vendor_resolution_minutes_said, 'vendor_resolution_minutes', rules), (units).vendor_resolution_minutes), 0, 1e12) as vendor_resolution_minutes,
    between_or_null(read_number(one_style(users_said, 'users', rules)), 0, 1e12) as users,
    between_or_null(read_number(one_style(monthly_fee_said, 'monthly_fee', rules)), 0, 1e12) as monthly_fee,
    between_or_null(read_number(one_style(amount_said, 'amount', rules)), 1e-6, 1e12) as amount
from said_rows(path, mark, names, padded, place, missing)
