-- One row a ticket's clock that has a target: the one in force at the moment that judges it, in seconds of its calendar.
-- The client's own line where one fits, else the general one. "1 business day" is the open time of the calendar's usual day.
create or replace temp table ticket_target as
with

asked as (
    select *, unnest([null, client]) as for_client from judged_span
)

select
    asked.span_id, segment.target_version,
    in_seconds(segment.amount, segment.unit, calendar.business_day_seconds) as target_seconds
from asked
inner join calendar on calendar.calendar_id = asked.calendar_id
inner join segment_target as segment
    on segment.clock = asked.clock
    and segment.for_client is not distinct from asked.for_client
    and segment.premium is not distinct from asked.premium
    and segment.issue_type is not distinct from asked.issue_type
    and segment.distance_band is not distinct from asked.distance_band
    and segment.work_mode is not distinct from asked.work_mode
    and segment.priority is not distinct from asked.priority
    and segment.tier is not distinct from asked.tier
where asked.judged_at >= segment.valid_from and (segment.valid_to is null or asked.judged_at < segment.valid_to)
qualify row_number() over (
    partition by asked.span_id order by segment.for_client is not null desc, segment.valid_from desc
) = 1
