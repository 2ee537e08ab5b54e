-- One row a ticket of a sample, every $every-th, with its instants (UTC); resolved by $as_of and not merged.
select
    (100000 + ticket.number)::varchar as ticket_id, calendar, timezone, opened_at, step_at(ticket, 3, 0.1) as responded_at,
    step_at(ticket, 9, 1) as resolved_at,
    [step_at(ticket, 4, 0.2), step_at(ticket, 5, 0.5), step_at(ticket, 6, 0.55), step_at(ticket, 7, 0.7)] as waits
from made_ticket as ticket
inner join made_client as client on client.number = ticket.client_number
where ticket.number % $every = 0 and not merged and step_at(ticket, 9, 1) <= $as_of
