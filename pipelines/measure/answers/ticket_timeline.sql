-- One row a status change of one ticket, in order. $source, $ticket_id: the ticket.
select changed_at, status, state, technician
from status_change
where source = $source and ticket_id = $ticket_id
order by position
