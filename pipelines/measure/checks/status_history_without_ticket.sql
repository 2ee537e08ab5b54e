-- Status changes of tickets that no export names.
-- Good to know: load an export that reaches back to these tickets, or a shorter status history.
select change.source, change.ticket_id, count(*) as changes, min(change.changed_at) as first_change
from status_change as change
left join ticket on ticket.source = change.source and ticket.ticket_id = change.ticket_id
where ticket.ticket_id is null
group by change.source, change.ticket_id
order by first_change
