-- One row a load that stands, outcome and reason, with its records; emptied cells have outcome null.
select load_id, outcome, reason, records
from load_outcome
where load_id in (select load_id from load)
order by load_id, outcome nulls last, records desc, reason
