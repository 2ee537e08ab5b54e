-- At most one row: the ticket that shows best how a resolution is measured. It has a target, waited, was resolved, and its
-- story is short; of equals the newest. Histories without pauses or targets give the best that they have.
select clock.source, clock.ticket_id
from ticket_clock as clock
where clock.clock = 'resolution' and not clock.still_open and clock.business_seconds > 0
order by
    clock.calendar_seconds <= 7 * 86400 desc,
    (clock.paused_seconds > 0)::integer + (clock.target_seconds is not null)::integer
        + (clock.calendar_seconds > clock.business_seconds + clock.paused_seconds)::integer desc,
    clock.started_at desc, clock.ticket_id
limit 1
