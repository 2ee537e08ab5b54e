-- One row: a load by its number, standing or undone: its file, its moment, when it was taken back. $load_id: the load.
select file_name, as_of, null as undone_at from load where load_id = $load_id
union all
select file_name, as_of, undone_at from undone_load where load_id = $load_id
