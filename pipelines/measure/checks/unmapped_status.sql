-- Statuses that no preset knows.
-- Look at it: they count as open while the ticket has no resolution time. Say what they mean.
select meaning.source, meaning.status, count(ticket.ticket_id) as tickets
from status_meaning as meaning
left join placed_ticket as ticket on ticket.source = meaning.source and ticket.status = meaning.status
where meaning.state is null
group by meaning.source, meaning.status
order by tickets desc, meaning.status
