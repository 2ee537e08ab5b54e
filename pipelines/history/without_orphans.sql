-- Rows of loads that are no longer in the ledger go; the outcomes stay, as the record of what once was.
delete from accepted_ticket where load_id not in (select load_id from load);
delete from accepted_status where load_id not in (select load_id from load);
delete from accepted_client where load_id not in (select load_id from load);
delete from accepted_target where load_id not in (select load_id from load);
delete from saved_version where load_id not in (select load_id from load);
delete from row_problem where load_id not in (select load_id from load);
