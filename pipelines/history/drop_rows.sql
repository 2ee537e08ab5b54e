-- Of the rows of a load only those that stand stay. $load_id: the load.
delete from accepted_ticket
where load_id = $load_id and record_number in (select record_number from record_role where role <> 'kept')
