-- One row a record number that the facts of a load have: what it was among the rows that were read, and what it is in the
-- source, broken records counted, as row_problem has it.
-- $load_id: the load. $rows, $ahead: from which row on by how much a record's number is ahead.
create or replace temp table number_in_file as
with

steps as (
    select unnest($rows) as first_row, unnest($ahead) as ahead
),

numbers as (
    select record_number from accepted_ticket where load_id = $load_id
    union
    select record_number from accepted_status where load_id = $load_id
    union
    select record_number from accepted_client where load_id = $load_id
    union
    select record_number from accepted_target where load_id = $load_id
)

select $load_id as load_id, numbers.record_number as was, numbers.record_number + steps.ahead as record_number
from numbers
asof inner join steps on numbers.record_number >= steps.first_row
