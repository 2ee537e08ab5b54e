-- One row a cell that says something which cannot be so, in a record that counts: its record, field, reason and text. Of
-- a log only the cells of a ticket's last row count: the others repeat them.
with

faults as (
    unpivot (select record_number, columns('_fault$') from odd_row)
    on columns(* exclude (record_number)) into name field value reason
),

texts as (
    unpivot (select record_number, columns('_said$') from odd_row)
    on columns(* exclude (record_number)) into name field value text
)

select faults.record_number, faults.field[:-7] as field, faults.reason, texts.text
from faults
inner join texts on texts.record_number = faults.record_number and texts.field[:-6] = faults.field[:-7]
inner join record_role as role on role.record_number = faults.record_number
where role.role in ('kept', 'superseded') or (faults.field = 'changed_at_fault' and role.role <> 'quarantined')
order by faults.record_number, field
