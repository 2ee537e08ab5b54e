-- Lets go of what a file's records waited in: nothing asks for it once they are facts, and a long file's fills the memory.
drop table if exists clean_row;
drop table if exists ticket_in_file;
drop table if exists record_fault;
drop table if exists record_role;
