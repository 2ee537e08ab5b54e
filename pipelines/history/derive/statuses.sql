-- One row a source, preset and status that occurs anywhere in the history; what the source's own presets tell of comes
-- first, what a status history in our template tells of its tickets after it.
select source, told_source <> source as told_by_another, preset, status
from (
    select source, told_source, preset, status from told_status
    union
    select accepted.source, accepted.source, load.preset, accepted.status
    from accepted_ticket as accepted
    inner join load on load.load_id = accepted.load_id
)
where status is not null
order by all
