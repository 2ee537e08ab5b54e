-- Status changes of the tickets that go; those under another tool's name unless a ticket of that number stays.
delete from accepted_status
where (source, ticket_id) in (select (source, ticket_id) from outlived_ticket where source is not null)
    or (
        ticket_id in (select ticket_id from outlived_ticket)
        and ticket_id not in (
            select ticket_id from accepted_ticket as accepted anti join outlived_ticket using (source, ticket_id)
        )
    )
