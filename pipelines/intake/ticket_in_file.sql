-- One row a ticket of the file: its newest state; tier and priority also as they stood at its first row, where a log
-- shows it. Of an event log the first event is the opening. A status that was set after the as-of moment is unknown.
-- excluded: by the file's own word; what its status means is kept apart, since the owner may map it otherwise.
-- $events: whether a row is an event. $log: whether a row is an update or an event. $source: the ticket tool.
create or replace temp table ticket_in_file as
with

rows_of_tickets as (
    select clean.* exclude (line_number, row_hash), role.role, role.moment, role.place
    from clean_row as clean
    inner join record_role as role on role.record_number = clean.record_number
    where role.role in ('kept', 'folded')
),

openings as (
    select
        ticket_id,
        min(moment) as first_at,
        arg_min(tier, (moment, place)) as tier_at_opening,
        arg_min(priority, (moment, place)) as priority_at_opening,
        if($log, md5(string_agg(concat_ws('|', status, moment, technician), ';' order by moment, place)), '') as changes
    from rows_of_tickets
    group by ticket_id
),

states as (
    select
        tickets.* exclude (role, moment, place, excluded) replace (
            if($events, openings.first_at, opened_at) as opened_at,
            -- What a tool says of its own target means nothing while the ticket is open.
            if(coalesce(meaning.state, if(coalesce(resolved_at, closed_at) is null, 'open', 'closed')) in ('resolved', 'closed'),
                vendor_met, null) as vendor_met,
            coalesce(updated_at, if($log, tickets.moment, null)) as updated_at,
            if($log or not ended_later, tickets.status, null) as status
        ),
        if($log, openings.tier_at_opening, null) as tier_at_opening,
        if($log, openings.priority_at_opening, null) as priority_at_opening,
        openings.changes,
        coalesce(merged_into <> '0', false) or coalesce(read_yes(excluded), false) as excluded,
        coalesce(meaning.state = 'excluded', false) as excluded_by_status
    from rows_of_tickets as tickets
    inner join openings on openings.ticket_id = tickets.ticket_id
    left join file_status as meaning on meaning.status = tickets.status
    where tickets.role = 'kept'
),

contents as (
    select * exclude (record_number) from states
)

select states.* exclude (changes), $source as source, md5(cast(contents as varchar)) as content_hash
from states
inner join contents on contents.ticket_id = states.ticket_id
