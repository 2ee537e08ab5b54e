-- The client's other names. $names: all its names, plain.
delete from client_alias where list_contains($names, plain_name(alias)) or list_contains($names, plain_name(client))
