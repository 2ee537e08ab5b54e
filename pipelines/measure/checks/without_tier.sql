-- Tickets without a plan, in a history that knows plans.
-- Good to know: they have no place in any figure by plan, and targets for a plan do not hold for them. Fill in the plan
-- of their clients in the client list.
select source, ticket_id, client, issue_type, opened_at
from placed_ticket
where tier is null and not excluded and (select count(tier) > 0 from placed_ticket)
order by opened_at, ticket_id
