-- One row a ticket's clock that has a target: the one in force when the ticket was opened, in seconds of its calendar.
-- "1 business day" is the open time of the calendar's usual day.
create or replace temp table ticket_target as
select
    span.span_id, segment.target_version,
    cast(segment.amount * case segment.unit
        when 'business_minutes' then 60
        when 'business_hours' then 3600
        else calendar.business_day_seconds
    end as bigint) as target_seconds
from ticket_span as span
inner join placed_ticket as ticket on ticket.source = span.source and ticket.ticket_id = span.ticket_id
inner join calendar on calendar.calendar_id = span.calendar_id
inner join segment_target as segment
    on segment.clock = span.clock
    and segment.client is not distinct from ticket.client
    and segment.premium is not distinct from ticket.premium
    and segment.issue_type is not distinct from ticket.issue_type
    and segment.distance_band is not distinct from ticket.distance_band
    and segment.work_mode is not distinct from ticket.work_mode
    and segment.priority is not distinct from ticket.priority
    and segment.tier is not distinct from ticket.tier
where ticket.opened_at >= segment.valid_from and (segment.valid_to is null or ticket.opened_at < segment.valid_to)
qualify row_number() over (partition by span.span_id order by segment.own desc, segment.valid_from desc) = 1
