-- One row a client, clock and per cent: the business seconds within which so many per cent of its stopped clocks were done.
-- Exact: the smallest that is reached by at least so many, found by its place in the order, in whole numbers.
create view clock_quantile as
with ranked as (
    select
        client_id,
        clock,
        business_seconds,
        row_number() over (partition by client_id, clock order by business_seconds, clock_id) as place,
        count(*) over (partition by client_id, clock) as clocks
    from judged_clock
    where ended = 'stopped'
),
level as (
    select 50 as per_cent
    union all
    select 90
    union all
    select 99
)
select
    ranked.client_id as client_id,
    ranked.clock as clock,
    level.per_cent as per_cent,
    ranked.clocks as clocks,
    ranked.business_seconds as business_seconds
from ranked
cross join level
where 100 * ranked.place >= level.per_cent * ranked.clocks
    and 100 * (ranked.place - 1) < level.per_cent * ranked.clocks
