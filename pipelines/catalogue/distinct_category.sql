-- One row a category and sub-type that occurs among the tickets, as written now or when they were opened.
select issue_type, sub_type from ticket
union
select issue_type_at_opening, sub_type_at_opening from ticket where issue_type_at_opening is not null
order by all
