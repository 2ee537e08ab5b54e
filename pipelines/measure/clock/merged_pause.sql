-- One row per pause and stretch of it that counts: clipped to its span, without what an earlier pause already covers.
-- So the rows of a span never overlap (they may touch); a pause wholly covered, outside, empty or reversed leaves no row.
-- A pause without an end lasts until the clock is read; one without a beginning is not a pause.
create or replace table merged_pause as
with clipped_pause as (
    select
        span_id,
        calendar_id,
        greatest(paused_at, started_at) as paused_at,
        least(resumed_at, read_at) as resumed_at
    from span_pause
    inner join clock_span using (span_id)
    where paused_at < read_at
        and coalesce(resumed_at, read_at) > started_at
        and coalesce(resumed_at, read_at) > paused_at
        and started_at < read_at
),
uncovered_pause as (
    select
        span_id,
        calendar_id,
        greatest(paused_at, max(resumed_at) over (
            partition by span_id order by paused_at, resumed_at rows between unbounded preceding and 1 preceding
        )) as paused_at,
        resumed_at
    from clipped_pause
)
select span_id, calendar_id, paused_at, resumed_at
from uncovered_pause
where paused_at < resumed_at;
