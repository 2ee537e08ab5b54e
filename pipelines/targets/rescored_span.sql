-- One row a clock of a slice, to be judged again: by which moment's targets, and the cells that choose its line.
-- own_tier: the ticket's own. first responses are told by their opening, resolutions by their end.
-- $at: the moment; null for that by which each was judged then. $as_tier, $as_premium: null leaves the ticket's own.
create or replace temp table judged_span as
select
    row_number() over () as span_id, sliced.clock, placed.calendar_id, coalesce($at::timestamp, judged.judged_at) as judged_at,
    lower(trim(sliced.client)) as client, coalesce($as_premium::boolean, sliced.premium) as premium, sliced.issue_type,
    sliced.distance_band, sliced.work_mode, sliced.priority, coalesce($as_tier::varchar, sliced.tier) as tier,
    sliced.client as shown_client, sliced.issue_kind, sliced.tier as own_tier, sliced.still_open, sliced.business_seconds,
    sliced.state
from slice_clock($clock, $first_day, $last_day, $clock = 'first_response', $tiers, $issue_kinds, $work_modes, $clients) as sliced
inner join placed_ticket as placed on placed.source = sliced.source and placed.ticket_id = sliced.ticket_id
inner join judged_ticket as judged on judged.source = sliced.source and judged.ticket_id = sliced.ticket_id
