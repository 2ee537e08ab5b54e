-- The plain GROUP BY of the same pauses, stored with the columns of paused_seconds, without business hours.
create or replace table plain_pauses as
select span_id, sum(epoch_us(resumed_at) // 1000000 - epoch_us(paused_at) // 1000000)::bigint as paused_seconds
from merged_pause
group by span_id;
