-- Categories that are not in the service catalogue: their tickets keep the category's name, or have none.
-- Good to know: say on the page Data which line of the catalogue each of them is.
--
-- One row a category as the export writes it, null for tickets without one, in a history that knows categories; three
-- subjects each.
select
    category.category, category.own_name as kept_name, count(*) as tickets,
    array_to_string(min(ticket.subject, 3) filter (ticket.subject is not null), ' | ') as examples
from ticket
inner join category
    on category.issue_type is not distinct from ticket.issue_type
    and category.sub_type is not distinct from ticket.sub_type
left join ticket_label as label on label.source = ticket.source and label.ticket_id = ticket.ticket_id
where category.line is null and (category.own_name is not null or label.issue_type is null)
    and (select count(issue_type) + count(sub_type) > 0 from ticket)
group by category.category, category.own_name
order by tickets desc, category.category
