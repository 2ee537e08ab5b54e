-- A table function: the clocks of a slice of the history. Empty choices mean all.
-- by_opening: the cohort is told by the day of opening; otherwise by the day of stopping, running ones by the export's,
-- and those whose end nobody knows by their opening.
create or replace temp macro slice_clock(which, first_day, last_day, by_opening, tiers, kinds, modes, clients) as table
    select *
    from ticket_clock
    where clock = which
        and if(by_opening, opened_day, coalesce(stopped_day, if(still_open, as_of_day, opened_day)))
            between first_day and last_day
        and (len(tiers) = 0 or list_contains(tiers, tier))
        and (len(kinds) = 0 or list_contains(kinds, issue_kind))
        and (len(modes) = 0 or list_contains(modes, work_mode))
        and (len(clients) = 0 or list_contains(clients, client))
