-- The latest moment at which anything happened in the file: when its export was taken, as far as the file can say.
with

happened as (
    unpivot (select record_number, opened_at, first_response_at, resolved_at, closed_at, reopened_at, updated_at, changed_at from typed_row)
    on columns(* exclude (record_number)) into name field value moment
)

select max(happened.moment)
from happened
left join field_problem as problem
    on problem.record_number = happened.record_number and problem.field = happened.field
where problem.field is null
