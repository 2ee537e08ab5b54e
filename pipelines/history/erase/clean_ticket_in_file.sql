-- What is left of texts that name somebody erased stands in their place (clean_text_table.sql).
create or replace temp table ticket_in_file as
select
    * exclude (site, issue_type, sub_type, issue_type_at_opening, sub_type_at_opening, status, technician, subject, channel),
    cleaned(columns('^(site|issue_type|sub_type|issue_type_at_opening|sub_type_at_opening|status|technician|subject|channel)$'))
from ticket_in_file
