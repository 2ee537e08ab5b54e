-- One row a record that was not accepted, with the reason.
select record_number, reason from record_role where role = 'quarantined' order by record_number
