-- What the ledger keeps of a load that is taken back. $load_id: the load. $undone_at: when.
insert into undone_load by name
select
    load_id, source, preset, kind, file_name, file_sha256, records, as_of, timezone, is_sample, loaded_at, notes, header,
    $undone_at as undone_at
from load
where load_id = $load_id
