-- One row: the header of a load's file, the moment of its export. $load_id: the load, standing or undone.
select header, as_of from load where load_id = $load_id
