-- The numbers of the waiting records that get a second look: those with a cell that cannot be so, and those not accepted.
create or replace temp table odd_record as
select record_number from clean_row where faulty
union
select record_number from record_role where role = 'quarantined'
