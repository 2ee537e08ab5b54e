-- One row a join as an owner stated it, in order of name.
select alias, client from client_alias order by lower(alias)
