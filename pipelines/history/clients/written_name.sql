-- The client $name as it is spelled: as it stands here, else by a list, else by a ticket; no row where no file names it.
select client
from (select client, true as listed from accepted_client union all select client, false from accepted_ticket)
where regexp_replace(lower(trim(client)), '\s+', ' ', 'g') = regexp_replace(lower(trim($name)), '\s+', ' ', 'g')
order by client = $name desc, listed desc, client
limit 1
