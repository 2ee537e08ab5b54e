-- One row a ticket with a subject, the newest first: what its category makes of it, null where that says nothing.
-- accepted: the owner has said what it is; it is neither learnt from (a model would learn from itself) nor proposed.
select
    ticket.source, ticket.ticket_id, ticket.subject, coalesce(category.line, category.own_name) as issue_type,
    label.issue_type is not null as accepted
from ticket
inner join category
    on category.issue_type is not distinct from ticket.issue_type
    and category.sub_type is not distinct from ticket.sub_type
left join ticket_label as label on label.source = ticket.source and label.ticket_id = ticket.ticket_id
where ticket.subject is not null
order by ticket.opened_at desc, ticket.source, ticket.ticket_id
