-- $alias is another name of $client from now on.
insert into client_alias by name select $alias as alias, $client as client
