-- The newest target list is a version that was saved as a whole. $note: what the owner says of it.
delete from saved_version where load_id = (select max(load_id) from load where kind = 'targets');
insert into saved_version select max(load_id), $note from load where kind = 'targets'
