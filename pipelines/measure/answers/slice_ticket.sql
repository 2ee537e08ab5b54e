-- A table function: the tickets opened in a slice of the history, whatever became of them. Empty choices mean all.
-- zone: the company's, whose days first_day .. last_day are; compared as instants, so no ticket asks for a time zone.
create or replace temp macro slice_ticket(zone, first_day, last_day, tiers, kinds, modes, clients) as table
    select *
    from placed_ticket
    where not excluded
        and opened_at >= timezone('UTC', timezone(zone, cast(first_day as timestamp)))
        and opened_at < timezone('UTC', timezone(zone, cast(last_day as timestamp) + interval 1 day))
        and (len(tiers) = 0 or list_contains(tiers, tier))
        and (len(kinds) = 0 or list_contains(kinds, issue_kind))
        and (len(modes) = 0 or list_contains(modes, work_mode))
        and (len(clients) = 0 or list_contains(clients, client))
