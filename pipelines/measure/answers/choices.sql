-- One row: what the filters can choose from.
select
    list_sort(list_distinct(list(tier))) as tiers,
    list_sort(list_distinct(list(issue_kind))) as issue_kinds,
    list_sort(list_distinct(list(work_mode))) as work_modes,
    list_sort(list_distinct(list(client))) as clients,
    list_sort(list_distinct(list(issue_type))) as issue_types
from placed_ticket
where not excluded
