-- One row a version of targets: all lines that start on the same day of the company's time zone.
-- valid_from, valid_to: days there; valid_to is the first day on which none of its lines is in force any more, null while
-- one is. clients: with lines of their own in it. tickets: that were judged by a line of it, by either clock.
with

days as (
    select
        *, cast(timezone(zone.timezone, valid_from at time zone 'UTC') as date) as first_day,
        cast(timezone(zone.timezone, valid_to at time zone 'UTC') as date) as end_day
    from target
    cross join (select timezone from calendar where calendar_id = 1) as zone
),

judged as (
    select target_version, count(*) as tickets
    from (select distinct target_version, source, ticket_id from ticket_clock where target_version is not null)
    group by target_version
)

select
    days.target_version as version, min(first_day) as valid_from, if(bool_or(end_day is null), null, max(end_day)) as valid_to,
    count(*) as lines, count(*) filter (clock = 'first_response') as first_response_lines,
    count(*) filter (clock = 'resolution') as resolution_lines, count(distinct lower(trim(client))) as clients,
    coalesce(any_value(judged.tickets), 0) as tickets, string_agg(distinct nullif(saved.note, ''), '; ') as note
from days
left join judged on judged.target_version = days.target_version
left join saved_version as saved on saved.load_id = days.load_id
group by days.target_version
order by days.target_version
