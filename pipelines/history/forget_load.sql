-- Take a load out of the ledger; nothing is derived from it any more. $load_id: the load.
delete from load where load_id = $load_id
