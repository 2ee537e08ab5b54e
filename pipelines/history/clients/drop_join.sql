-- $alias stands for itself again.
delete from client_alias where lower(trim(alias)) = lower(trim($alias))
