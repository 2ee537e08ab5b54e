-- One row a line of the register of agreements, by client, the newest version first.
-- standing, at the moment of the latest export: not_signed, signed (not yet in force), in_force, replaced.
-- in_force_until: the first day on which another is; tickets: of the client, opened while it was in force.
with

days as (
    select
        agreed.*, (select max(as_of) from placed_ticket) as as_of,
        cast(timezone(zone.timezone, in_force_until at time zone 'UTC') as date) as until_day
    from agreed_version as agreed
    cross join (select timezone from calendar where calendar_id = 1) as zone
)

select
    days.client, target_version as version, sent_on, signed_on, in_force_from, until_day as in_force_until,
    case
        when signed_on is null then 'not_signed'
        when in_force_at > days.as_of then 'signed'
        when in_force_until <= days.as_of then 'replaced'
        else 'in_force'
    end as standing,
    (
        select count(*)
        from placed_ticket as ticket
        where not ticket.excluded and lower(trim(ticket.client)) = lower(trim(days.client))
            and ticket.opened_at >= days.in_force_at
            and (days.in_force_until is null or ticket.opened_at < days.in_force_until)
    ) as tickets,
    client_known, starts_at is not null as version_known
from days
order by lower(days.client), target_version desc
