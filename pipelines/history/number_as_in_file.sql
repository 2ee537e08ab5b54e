-- The tickets of a load get their records' numbers in the source, broken records counted, so that they are those of
-- row_problem. $load_id: the load. $rows, $ahead: from which row on by how much a record's number is ahead.
with

steps as (
    select unnest($rows) as first_row, unnest($ahead) as ahead
),

moved as (
    select ticket.record_number as was, ticket.record_number + steps.ahead as record_number
    from accepted_ticket as ticket
    asof inner join steps on ticket.record_number >= steps.first_row
    where ticket.load_id = $load_id
)

update accepted_ticket set record_number = moved.record_number
from moved
where accepted_ticket.load_id = $load_id and accepted_ticket.record_number = moved.was
