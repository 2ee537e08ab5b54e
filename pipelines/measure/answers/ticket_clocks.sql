-- One row a clock of every ticket that has this number: how it was measured, beside the ticket tool's own minutes.
-- vendor_seconds: what the tool tells, null where it tells none; vendor_counts: what these are (vendor_minutes.sql).
-- $ticket_id: the number as the tool writes it, whatever its case or the spaces around it.
select
    clock.source, clock.ticket_id, clock.clock, clock.client, clock.tier, clock.issue_type, clock.started_at, clock.stopped_at,
    clock.still_open, clock.as_of, clock.state, clock.business_seconds, clock.paused_seconds, clock.calendar_seconds,
    clock.target_seconds, vendor.vendor_seconds, vendor.vendor_counts, calendar.title as calendar, calendar.timezone
from ticket_clock as clock
inner join placed_ticket as ticket on ticket.source = clock.source and ticket.ticket_id = clock.ticket_id
left join vendor_minutes as vendor
    on vendor.source = clock.source and vendor.ticket_id = clock.ticket_id and vendor.clock = clock.clock
left join calendar on calendar.calendar_id = ticket.calendar_id
where lower(trim(clock.ticket_id)) = lower(trim($ticket_id))
order by clock.source, clock.clock desc
