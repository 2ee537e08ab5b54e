-- Every state of the tickets that go.
delete from accepted_ticket where (source, ticket_id) in (select (source, ticket_id) from outlived_ticket)
