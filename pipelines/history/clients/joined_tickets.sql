-- How many tickets are written with the name $name.
select count(*)
from ticket
where regexp_replace(lower(trim(client_as_written)), '\s+', ' ', 'g') = regexp_replace(lower(trim($name)), '\s+', ' ', 'g')
