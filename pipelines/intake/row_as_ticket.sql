-- One row a ticket of a file in which a row is a ticket. A status that was set after the as-of moment is unknown.
-- $source: the ticket tool.
create or replace temp table ticket_in_file as
select
    clean.* exclude (moment) replace (
        if(ended_later, null, status) as status,
        coalesce(merged_into <> '0', false) or coalesce(read_yes(excluded), false) as excluded
    ),
    $source as source, null::varchar as issue_type_at_opening, null::varchar as sub_type_at_opening,
    null::varchar as tier_at_opening, null::varchar as priority_at_opening, null::varchar as changes_hash
from clean_row as clean
inner join record_role as role on role.record_number = clean.record_number
where role.role = 'kept'
