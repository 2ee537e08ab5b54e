-- The status changes that had come when the export was taken ($as_of), into the file $path: ten a ticket, fewer while
-- it is open.
copy (
    select
        100000 + ticket.number as TicketNbr, step.status as Status_Description,
        step_at(ticket, position, share) as Changed_UTC, ticket.technician as Changed_By
    from made_ticket as ticket
    cross join made_step as step
    where step_at(ticket, position, share) <= $as_of
) to $path (format csv, header)
