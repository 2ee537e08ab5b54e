-- One row: what the filters can choose from; an empty list where the history says nothing.
select
    coalesce(list_sort(list(distinct tier) filter (tier is not null)), []) as tiers,
    coalesce(list_sort(list(distinct issue_kind) filter (issue_kind is not null)), []) as issue_kinds,
    coalesce(list_sort(list(distinct work_mode) filter (work_mode is not null)), []) as work_modes,
    coalesce(list_sort(list(distinct client) filter (client is not null)), []) as clients,
    coalesce(list_sort(list(distinct issue_type) filter (issue_type is not null)), []) as issue_types
from placed_ticket
where not excluded
