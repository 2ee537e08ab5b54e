-- Status changes of the client's tickets; a status history of our template speaks of whatever tool's ticket has the number.
delete from accepted_status
where (source, ticket_id) in (select (source, ticket_id) from erased_ticket)
    or (
        source = 'generic'
        and load_id in (select load_id from load where kind = 'status_history')
        and ticket_id in (select ticket_id from erased_ticket)
        and ticket_id not in (
            select ticket_id from accepted_ticket as accepted anti join erased_ticket using (source, ticket_id)
        )
    )
