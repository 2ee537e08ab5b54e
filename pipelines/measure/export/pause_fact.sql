-- One row a pause that counts: no two of a clock overlap (merged_pause.sql). Of clocks that are measured alone.
create table pause_fact as
select
    pause.span_id as clock_id, fact.opened_month, pause.calendar_id::bigint as calendar_id,
    (pause.paused_at::date - date '1970-01-01')::bigint as pause_day, day_second(pause.paused_at)::bigint as pause_second,
    (pause.resumed_at::date - date '1970-01-01')::bigint as resume_day,
    day_second(pause.resumed_at)::bigint as resume_second
from merged_pause as pause
inner join clock_fact as fact on fact.clock_id = pause.span_id and fact.measured
order by fact.opened_month, clock_id
