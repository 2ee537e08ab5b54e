-- One row a ticket with a subject, the newest first: what its category makes of it, null where that says nothing.
-- Tickets whose issue type the owner accepted stand in neither: a model that learnt from them would learn from itself.
-- $untold: only those whose category says nothing, else only the others.
select
    ticket.source, ticket.ticket_id, ticket.subject, coalesce(category.line, category.own_name) as issue_type
from ticket
inner join category
    on category.issue_type is not distinct from ticket.issue_type
    and category.sub_type is not distinct from ticket.sub_type
left join ticket_label as label on label.source = ticket.source and label.ticket_id = ticket.ticket_id
where ticket.subject is not null and $untold = (coalesce(category.line, category.own_name) is null)
    and (not $untold or label.issue_type is null)
order by ticket.opened_at desc, ticket.source, ticket.ticket_id
