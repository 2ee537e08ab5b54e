-- One row a combination of cells that occurs and has a general target at the moment that was asked about.
-- target_seconds: its amount in business seconds of the company's own calendar.
select
    segment.clock, segment.issue_type, segment.tier, segment.premium, segment.work_mode, segment.distance_band,
    segment.priority, segment.amount, segment.unit,
    in_seconds(segment.amount, segment.unit, usual.business_day_seconds) as target_seconds
from segment_target as segment
cross join (select business_day_seconds from calendar where calendar_id = 1) as usual
where segment.for_client is null
order by all
