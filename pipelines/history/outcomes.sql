-- One row a load, outcome and reason, with its records; fields that were emptied have outcome null.
select load_id, outcome, reason, records from load_outcome order by load_id, outcome nulls last, records desc, reason
