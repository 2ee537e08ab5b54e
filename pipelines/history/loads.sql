-- One row a load, newest first; those that were taken back have undone_at.
select
    load_id, source, preset, kind, file_name, file_sha256, records, as_of, timezone, is_sample, loaded_at, notes, header,
    null as undone_at
from load
union all by name
select * from undone_load
order by load_id desc
