-- One row a category and sub-type that occurs among the tickets, as written.
select distinct issue_type, sub_type from ticket order by all
