-- One row a ticket of a load without a digit in its number, where the numbers of nearly all others have one: a line below
-- the table, or a row that slipped into its neighbour's columns. $load_id: the load.
create or replace temp table unlike_ticket as
select distinct ticket_id
from accepted_ticket
where load_id = $load_id and not regexp_matches(ticket_id, '\d')
    and (select are_numbers(ticket_id) from accepted_ticket where load_id = $load_id)
