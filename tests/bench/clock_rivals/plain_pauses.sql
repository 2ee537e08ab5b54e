-- The plain GROUP BY: what is left of each clock when its pauses are subtracted without business hours, stored.
create or replace table plain_pauses as
with part as (
    select span_id, epoch_us(read_at) // 1000000 - epoch_us(started_at) // 1000000 as part_seconds from clock_span
    union all
    select span_id, epoch_us(paused_at) // 1000000 - epoch_us(resumed_at) // 1000000 from merged_pause
)
select span_id, sum(part_seconds)::bigint as net_seconds
from part
group by span_id;
