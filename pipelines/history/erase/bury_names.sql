-- The client's names are remembered as salted hashes. $names: plain. $salt: of this home.
insert into tombstone
select 'client', digest_of($salt, 'client', name), null
from (select unnest($names) as name)
