-- One row a combination of cells that occurs, for each clock: its tickets, and the general line that holds for it, if any.
-- target_seconds: its amount in business seconds of the company's own calendar.
select
    span.clock, span.issue_type, span.tier, span.premium, span.work_mode, span.distance_band, span.priority, span.tickets,
    segment.amount, segment.unit, in_seconds(segment.amount, segment.unit, usual.business_day_seconds) as target_seconds
from judged_span as span
left join segment_target as segment
    on segment.for_client is null
    and segment.clock = span.clock
    and segment.premium is not distinct from span.premium
    and segment.issue_type is not distinct from span.issue_type
    and segment.distance_band is not distinct from span.distance_band
    and segment.work_mode is not distinct from span.work_mode
    and segment.priority is not distinct from span.priority
    and segment.tier is not distinct from span.tier
cross join (select business_day_seconds from calendar where calendar_id = 1) as usual
order by all
