-- One row a clock that is measured: its business seconds, F(end) - F(start) less its pauses, as one signed sum.
create view clock_seconds as
select
    clock_id,
    sum(direction * open_seconds) as business_seconds,
    sum(-1 * of_pause * direction * open_seconds) as paused_seconds
from open_edge
group by clock_id
