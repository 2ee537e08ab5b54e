-- One row a record that was not accepted or a cell that was emptied, with where it stands in the file. Of a log only
-- the cells of a ticket's last row count: the others repeat them.
select role.record_number, clean.line_number, null as field, role.reason, null as value
from record_role as role
inner join clean_row as clean on clean.record_number = role.record_number
where role.role = 'quarantined'
union all
select problem.record_number, clean.line_number, problem.field, problem.reason, problem.text as value
from field_problem as problem
inner join record_role as role on role.record_number = problem.record_number
inner join clean_row as clean on clean.record_number = problem.record_number
where role.role in ('kept', 'superseded') or (problem.field = 'changed_at' and role.role <> 'quarantined')
order by all
