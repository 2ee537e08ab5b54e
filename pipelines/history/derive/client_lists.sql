-- One row a load of a client list: its preset and its header.
select load_id, preset, header from load where kind = 'clients' order by load_id
