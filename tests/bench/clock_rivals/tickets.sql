-- $tickets clocks over the calendars, in no order of time: a second to sixty days long, the same rows in every run.
insert into clock_span
with drawn as (
    select
        i as span_id,
        hash(i) / 18446744073709551616 as place,
        (hash(i, 1) / 18446744073709551616 + hash(i, 2) / 18446744073709551616 + hash(i, 3) / 18446744073709551616) as size,
        timestamp '2024-01-02' + to_seconds((place * 86400 * 1000)::bigint) as started_at
    from range($tickets) as numbers(i)
)
select
    span_id,
    (1 + hash(span_id, 4) % $calendars)::integer,
    started_at,
    started_at + to_seconds(least(86400 * 60, exp(10.5 + 4.4 * (size - 1.5)))::bigint)
from drawn;
