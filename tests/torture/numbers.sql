-- One row: tickets, records of ticket files by their outcomes, tickets with a resolution clock, and ticket files.
select
    (select count(*) from ticket) as tickets,
    (
        select sum(load_outcome.records)
        from load_outcome
        inner join load on load.load_id = load_outcome.load_id
        where load.kind = 'tickets' and load_outcome.outcome is not null
    ) as outcomes,
    (select count(*) from ticket_clock where clock = 'resolution') as clocked,
    (select count(*) from load where kind = 'tickets') as loads
