-- One row a plan that settings, targets or tickets know by this name, best spelling first. $tier: the name, in any case.
select tier
from (
    select tier, 1 as place from tier_order
    union all
    select tier, 2 from target
    union all
    select tier, 3 from placed_ticket
)
where lower(trim(tier)) = lower(trim($tier))
order by place, tier
limit 1
