-- No ticket that is left out is there for the history to judge. $older: the reason that its records have.
delete from ticket_in_file
where ticket_id in (select ticket_id from record_role where reason = $older)
