-- One row: the latest moment at which anything happened in the file, when its export was taken as far as the file can
-- say; and the latest moment of any other record, by which a stray date is told from the end of a history.
with

moments as (
    unpivot (select record_number, opened_at, first_response_at, resolved_at, closed_at, reopened_at, updated_at, changed_at from typed_row)
    on columns(* exclude (record_number)) into name field value moment
),

possible_moments as (
    select moments.record_number, moments.moment
    from moments
    left join field_problem as problem
        on problem.record_number = moments.record_number and problem.field = moments.field
    where problem.field is null
)

select
    max(moment) as latest,
    max(moment) filter (record_number <> (select arg_max(record_number, moment) from possible_moments)) as of_any_other
from possible_moments
