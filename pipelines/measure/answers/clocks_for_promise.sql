-- One row a clock with a known or running end: what a promise is fitted on. Attributes are those known at opening.
-- age_seconds: calendar seconds from opening to the moment of the export.
select
    clock, issue_kind, issue_type, tier, work_mode, distance_band, started_at, still_open, business_seconds,
    epoch_us(as_of) // 1000000 - epoch_us(started_at) // 1000000 as age_seconds,
    target_seconds, state
from ticket_clock
where state <> 'end_unknown'
order by started_at, ticket_id, clock
