-- One row a fault of a record whose own text is known: records that were not accepted, and records of which a cell was
-- emptied. $load_id: the load.
select record_number, line_number, field, reason, raw
from row_problem
where load_id = $load_id
    and record_number in (select record_number from row_problem where load_id = $load_id and raw is not null)
order by record_number, field nulls first
