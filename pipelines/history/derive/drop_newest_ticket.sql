-- Lets go of what the tickets were made from, once ticket stands: of long histories it fills the memory.
drop table newest_ticket;
drop table told_by_statuses;
drop table told_work_mode;
