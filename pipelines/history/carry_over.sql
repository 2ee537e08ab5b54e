-- The facts of a history whose tables have today's shape, into an empty one; what was derived stays behind, whatever
-- shape an older version gave it.
insert into load by name select * from before.load;
insert into load_outcome by name select * from before.load_outcome;
insert into row_problem by name select * from before.row_problem;
insert into accepted_ticket by name select * from before.accepted_ticket;
insert into accepted_status by name select * from before.accepted_status;
insert into accepted_client by name select * from before.accepted_client;
insert into accepted_target by name select * from before.accepted_target;
insert into saved_version by name select * from before.saved_version;
insert into client_alias by name select * from before.client_alias;
insert into undone_load by name select * from before.undone_load;
insert into tombstone by name select * from before.tombstone;
detach before;
