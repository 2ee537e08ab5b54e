-- One row: tickets, status changes that had come by $as_of, merged tickets, and those neither merged nor resolved then.
select
    (select count(*) from made_ticket),
    (select count(*) from made_ticket as ticket, made_step where step_at(ticket, position, share) <= $as_of),
    (select count(*) from made_ticket where merged),
    (select count(*) from made_ticket as ticket where not merged and step_at(ticket, 9, 1) > $as_of)
