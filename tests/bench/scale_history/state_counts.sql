-- One row: tickets of the history, status changes, excluded tickets, and those that are still open.
select
    (select count(*) from ticket), (select count(*) from status_change), (select count(*) from ticket where excluded),
    (select count(*) from ticket_clock where clock = 'resolution' and still_open)
