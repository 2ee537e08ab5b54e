-- One row a load with its file's identity, newest first.
select
    load_id, source, preset, kind, file_name, file_sha256, answers, records, as_of, timezone, is_sample, loaded_at, notes
from load
order by load_id desc
