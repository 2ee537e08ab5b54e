-- Take every load of the sample out of the ledger.
delete from load where is_sample
