-- The facts of a load get their records' numbers in the source (number_in_file.sql).
update accepted_ticket set record_number = number_in_file.record_number
from number_in_file
where accepted_ticket.load_id = number_in_file.load_id and accepted_ticket.record_number = was;

update accepted_status set record_number = number_in_file.record_number
from number_in_file
where accepted_status.load_id = number_in_file.load_id and accepted_status.record_number = was;

update accepted_client set record_number = number_in_file.record_number
from number_in_file
where accepted_client.load_id = number_in_file.load_id and accepted_client.record_number = was;

update accepted_target set record_number = number_in_file.record_number
from number_in_file
where accepted_target.load_id = number_in_file.load_id and accepted_target.record_number = was;
