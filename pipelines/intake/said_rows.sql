-- rows_of: one row a record of a rectangular file: its number and its cells as text, in the file's order.
-- said_rows: one row a record with what it says of each of our fields, as text; null where it
-- says nothing. Texts have the field's name, instants and numbers that name with `_said`.
-- path, mark, names, padded: the file, its delimiter, its columns, and whether blanks stand around its cells.
-- place: for each field the columns that hold it, joined by a blank. missing: texts that mean nothing.
create or replace temp macro rows_of(path, mark, names, padded) as table
select
    row_number() over () as record_number,
    case when padded then list_transform([*columns(*)], lambda cell: trim(cell)) else [*columns(*)] end as cells
from read_csv(path, header = true, all_varchar = true, delim = mark, quote = '"', escape = '"', nullstr = '',
    strict_mode = true, auto_detect = false, columns = names, max_line_size = 4000000);

create or replace temp macro said_rows(path, mark, names, padded, place, missing) as table
select
    record_number, cells,
    said(cells, (place).ticket_id, missing) as ticket_id, said(cells, (place).client, missing) as client,
    said(cells, (place).site, missing) as site, said(cells, (place).postcode, missing) as postcode,
    said(cells, (place).issue_kind, missing) as issue_kind, said(cells, (place).issue_type, missing) as issue_type,
    said(cells, (place).sub_type, missing) as sub_type, said(cells, (place).tier, missing) as tier,
    said(cells, (place).priority, missing) as priority, said(cells, (place).impact, missing) as impact,
    said(cells, (place).urgency, missing) as urgency, said(cells, (place).status, missing) as status,
    said(cells, (place).work_mode, missing) as work_mode, said(cells, (place).technician, missing) as technician,
    said(cells, (place).support_level, missing) as support_level,
    said(cells, (place).vendor_met, missing) as vendor_met, said(cells, (place).subject, missing) as subject,
    said(cells, (place).channel, missing) as channel, said(cells, (place).merged_into, missing) as merged_into,
    said(cells, (place).excluded, missing) as excluded, said(cells, (place).calendar, missing) as calendar,
    said(cells, (place).timezone, missing) as timezone, said(cells, (place).clock, missing) as clock,
    said(cells, (place).distance_band, missing) as distance_band, said(cells, (place).premium, missing) as premium,
    said(cells, (place).unit, missing) as unit, said(cells, (place).opened_at, missing) as opened_at_said,
    said(cells, (place).first_response_at, missing) as first_response_at_said,
    said(cells, (place).resolved_at, missing) as resolved_at_said,
    said(cells, (place).closed_at, missing) as closed_at_said,
    said(cells, (place).reopened_at, missing) as reopened_at_said,
    said(cells, (place).updated_at, missing) as updated_at_said,
    said(cells, (place).changed_at, missing) as changed_at_said,
    said(cells, (place).first_response_due_at, missing) as first_response_due_at_said,
    said(cells, (place).resolution_due_at, missing) as resolution_due_at_said,
    said(cells, (place).premium_since, missing) as premium_since_said,
    said(cells, (place).valid_from, missing) as valid_from_said,
    said(cells, (place).distance_km, missing) as distance_km_said,
    said(cells, (place).latitude, missing) as latitude_said,
    said(cells, (place).longitude, missing) as longitude_said,
    said(cells, (place).drive_minutes, missing) as drive_minutes_said,
    said(cells, (place).mileage_km, missing) as mileage_km_said,
    said(cells, (place).hands_on_minutes, missing) as hands_on_minutes_said,
    said(cells, (place).travel_minutes, missing) as travel_minutes_said,
    said(cells, (place).paused_minutes, missing) as paused_minutes_said,
    said(cells, (place).first_response_minutes, missing) as first_response_minutes_said,
    said(cells, (place).first_response_business_minutes, missing) as first_response_business_minutes_said,
    said(cells, (place).resolution_minutes, missing) as resolution_minutes_said,
    said(cells, (place).resolution_business_minutes, missing) as resolution_business_minutes_said,
    said(cells, (place).reopen_count, missing) as reopen_count_said,
    said(cells, (place).vendor_response_minutes, missing) as vendor_response_minutes_said,
    said(cells, (place).vendor_resolution_minutes, missing) as vendor_resolution_minutes_said,
    said(cells, (place).users, missing) as users_said, said(cells, (place).monthly_fee, missing) as monthly_fee_said,
    said(cells, (place).amount, missing) as amount_said
from rows_of(path, mark, names, padded)
