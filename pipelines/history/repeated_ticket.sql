-- One row a ticket that several rows of a load tell of. $load_id: the load.
create or replace temp table repeated_ticket as
select ticket_id from accepted_ticket where load_id = $load_id group by ticket_id having count(*) > 1
