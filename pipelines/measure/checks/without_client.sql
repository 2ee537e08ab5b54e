-- Tickets without a client, in a history that knows clients.
-- Good to know: they are measured in the company's own hours and belong to no plan. Fill in the client in your tool.
select source, ticket_id, issue_type, opened_at
from placed_ticket
where client is null and not excluded and (select count(client) > 0 from placed_ticket)
order by opened_at
