-- Plain subtraction, stored with the columns of opened_seconds: what a report without business hours does.
create or replace table plain_seconds as
select span_id, epoch_us(read_at) // 1000000 - epoch_us(started_at) // 1000000 as calendar_seconds
from clock_span;
