-- Every state of the client's tickets.
delete from accepted_ticket where (source, ticket_id) in (select (source, ticket_id) from erased_ticket)
