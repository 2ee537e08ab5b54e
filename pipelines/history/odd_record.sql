-- The numbers of the records of a file of tickets that are not plainly tickets of their own: what was not accepted (it
-- lacks something, came too late, or is a row of the header), has a cell that cannot be so, shares its ticket, or
-- has a number that is none.
-- $load_id: the load. $rows: how many rows the file has.
create or replace temp table odd_record as
select number as record_number
from generate_series(1, $rows) as every (number)
where number not in (select record_number from accepted_ticket where load_id = $load_id)
union
select record_number
from accepted_ticket
where load_id = $load_id and (
    faulty
    or ticket_id in (select ticket_id from repeated_ticket)
    or ticket_id in (select ticket_id from unlike_ticket)
)
