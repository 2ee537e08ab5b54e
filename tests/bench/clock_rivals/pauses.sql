-- $pauses pauses, scattered over the clocks as events come in: a ticket's pauses do not lie side by side.
insert into span_pause
select span_id, started_at + ((read_at - started_at) * from_share), started_at + ((read_at - started_at) * till_share)
from (
    select
        (hash(i, 5) % $tickets)::bigint as span_id,
        hash(i, 6) / 18446744073709551616 as from_share,
        from_share + (1 - from_share) * (hash(i, 7) / 18446744073709551616) as till_share
    from range($pauses) as numbers(i)
)
inner join clock_span using (span_id);
