-- One row: how many tickets of a load were accepted, how many of them have a cell that could not be as it was written,
-- how many have a digit in their number,
-- and the latest two moments that its rows know of (the first is when the export was taken, as far as the file can say;
-- the second tells a stray date from the end of a history). $load_id: the load.
with

seen as (
    select
        faulty, regexp_matches(ticket_id, '\d') as numbered,
        greatest(opened_at, first_response_at, resolved_at, closed_at, reopened_at, updated_at) as seen_at
    from accepted_ticket
    where load_id = $load_id
)

select
    count(*) as tickets, count(*) filter (faulty) as faulty, count(*) filter (numbered) as numbered,
    max(seen_at, 2) as latest
from seen
