-- One row a ticket of the client that was sought.
select source, ticket_id from erased_ticket
