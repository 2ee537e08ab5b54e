-- One row a ticket of a log: its newest state; category, tier and priority also as they were first told. Of an event log
-- the first event is the opening.
-- excluded: by the file's own word; what its status means is told later, since the owner may map it otherwise.
-- $events: whether a row is an event. $source: the ticket tool.
create or replace temp table ticket_in_file as
with

rows_of_tickets as (
    select clean.* exclude (moment), role.role, role.moment, role.place
    from clean_row as clean
    inner join record_role as role on role.record_number = clean.record_number
    where role.role in ('kept', 'folded')
),

openings as (
    select
        ticket_id,
        min(moment) as first_at,
        arg_min(issue_type, (moment, place)) as issue_type_at_opening,
        arg_min(sub_type, (moment, place)) as sub_type_at_opening,
        arg_min(tier, (moment, place)) as tier_at_opening,
        arg_min(priority, (moment, place)) as priority_at_opening,
        md5(string_agg(concat_ws('|', status, moment, technician), ';' order by moment, place)) as changes_hash
    from rows_of_tickets
    group by ticket_id
)

select
    tickets.* exclude (moment, place, excluded) replace (
        if($events, openings.first_at, opened_at) as opened_at,
        coalesce(updated_at, tickets.moment) as updated_at
    ),
    $source as source, openings.issue_type_at_opening, openings.sub_type_at_opening, openings.tier_at_opening,
    openings.priority_at_opening, openings.changes_hash,
    coalesce(merged_into <> '0', false) or coalesce(read_yes(excluded), false) as excluded
from rows_of_tickets as tickets
inner join openings on openings.ticket_id = tickets.ticket_id
where tickets.role = 'kept'
