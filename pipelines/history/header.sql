-- One row: the header of the file of a load that stands. $load_id: the load.
select header from load where load_id = $load_id
