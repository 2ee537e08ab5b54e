-- One row a plan that settings or tickets know.
select tier
from (
    select tier, position from tier_order
    union all
    select distinct tier, 1000 from placed_ticket where tier not in (select tier from tier_order)
)
order by position, tier
