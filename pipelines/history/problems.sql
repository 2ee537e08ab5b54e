-- One row a record that was not accepted or a cell that was emptied, of one load ($load_id) or of all (null).
-- raw: its own text, where it can be corrected: the first versions did not keep the header of a file.
select load.file_name, problem.load_id, problem.record_number, problem.line_number, problem.field, problem.reason,
    problem.value, if(load.header is null, null, problem.raw) as raw
from row_problem as problem
inner join load on load.load_id = problem.load_id
where $load_id is null or problem.load_id = $load_id
order by problem.load_id, problem.record_number, problem.field
