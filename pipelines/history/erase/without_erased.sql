-- No ticket of somebody erased is left for the history to judge.
delete from ticket_in_file where record_number in (select record_number from erased_record)
