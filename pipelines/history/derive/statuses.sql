-- One row a source, preset and status that occurs anywhere in the history.
select distinct accepted.source, load.preset, accepted.status
from accepted_status as accepted
inner join load on load.load_id = accepted.load_id
where accepted.status is not null
union
select distinct accepted.source, load.preset, accepted.status
from accepted_ticket as accepted
inner join load on load.load_id = accepted.load_id
where accepted.status is not null
order by all
