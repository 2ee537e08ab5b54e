-- One row a stopped clock for which the ticket tool tells minutes of its own: ours beside the vendor's.
-- vendor_counts: what these minutes are, found for each source and clock: whichever of our three readings agrees most
-- often ('business', 'business and waiting', 'calendar'; the first of equals).
-- agrees: at most two minutes apart (either end of a clock may be cut to its minute), or 5 % of the vendor's.
create or replace temp view vendor_minutes as
with

told as (
    select
        clock.source, clock.ticket_id, clock.clock, clock.started_at, clock.stopped_at,
        coalesce(clock.first_resolution_seconds <> clock.business_seconds, false) as reopened,
        60 * if(clock.clock = 'first_response', ticket.vendor_response_minutes, ticket.vendor_resolution_minutes)
            as vendor_seconds,
        greatest(120, 0.05 * vendor_seconds) as tolerance,
        {
            'business': clock.business_seconds, 'waiting': clock.business_seconds + clock.paused_seconds,
            'calendar': clock.calendar_seconds
        } as ours
    from ticket_clock as clock
    inner join placed_ticket as ticket
        on ticket.source = clock.source and ticket.ticket_id = clock.ticket_id
        -- Tickets of which the tool tells no minutes need no partner.
        and (ticket.vendor_response_minutes >= 0 or ticket.vendor_resolution_minutes >= 0)
    where not clock.still_open and clock.state <> 'end_unknown'
),

both_told as (
    select * from told where vendor_seconds >= 0
),

hits as (
    select
        source, clock,
        count(*) filter (abs(ours.business - vendor_seconds) <= tolerance) as business,
        count(*) filter (abs(ours.waiting - vendor_seconds) <= tolerance) as waiting,
        count(*) filter (abs(ours.calendar - vendor_seconds) <= tolerance) as calendar
    from both_told
    group by source, clock
),

read as (
    select
        both_told.*,
        case
            when business >= greatest(waiting, calendar) then 'business'
            when waiting >= calendar then 'business and waiting'
            else 'calendar'
        end as vendor_counts,
        case vendor_counts
            when 'business' then ours.business
            when 'calendar' then ours.calendar
            else ours.waiting
        end as our_seconds
    from both_told
    inner join hits on hits.source = both_told.source and hits.clock = both_told.clock
)

select * exclude (ours, tolerance), abs(our_seconds - vendor_seconds) <= tolerance as agrees from read
