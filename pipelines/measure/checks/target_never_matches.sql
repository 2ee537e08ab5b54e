-- Target lines for a tier, work mode, distance or priority that occurs nowhere, or a joined client: they hold for none.
-- Look at it: compare the words of the target list with those of your settings and tickets.
select clock, client, tier, issue_type, work_mode, distance_band, priority, premium, amount, unit, target_version
from target
where (tier is not null and lower(tier) not in (
        select lower(tier) from tier_order
        union all
        select lower(tier) from placed_ticket where tier is not null
    ))
    or (work_mode is not null and work_mode not in ('on_site', 'remote'))
    or (distance_band is not null and distance_band not in (select distance_band from distance_band))
    or (priority is not null and priority not in ('P1', 'P2', 'P3', 'P4', 'P5') and lower(priority) not in (
        select lower(priority) from placed_ticket where priority is not null
    ))
    or lower(trim(client)) in (select lower(trim(alias)) from client_alias)
order by target_version, clock, client, tier, work_mode, distance_band, priority
