-- One row a category as the export writes it: where it leads, its tickets, and three of their subjects.
-- line is null for a category that is not in the catalogue; own_name is null too where it says nothing. category is null
-- for tickets without one. accepted: tickets whose issue type the owner accepted, of those that have none otherwise.
-- The rows sum to all tickets. Categories on no line come first, those of most tickets before the others.
select
    category.category, category.line, category.kind, category.own_name,
    count(*) as tickets,
    count(label.issue_type) filter (category.line is null and category.own_name is null) as accepted,
    coalesce(min(ticket.subject, 3) filter (ticket.subject is not null), []) as examples
from ticket
inner join category
    on category.issue_type is not distinct from ticket.issue_type
    and category.sub_type is not distinct from ticket.sub_type
left join ticket_label as label on label.source = ticket.source and label.ticket_id = ticket.ticket_id
group by category.category, category.line, category.kind, category.own_name
order by category.line is not null, tickets desc, category.category
