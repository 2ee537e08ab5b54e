-- Status histories whose ticket number two ticket tools use: they are given to neither.
-- Look at it: load the status history in the form of its own tool, so that it is clear whose it is.
with

owners as (
    select ticket_id, string_agg(distinct source, ', ' order by source) as sources
    from accepted_ticket
    group by ticket_id
    having min(source) <> max(source)
)

select accepted.ticket_id, owners.sources, count(*) as changes, min(accepted.changed_at) as first_change
from accepted_status as accepted
inner join load on load.load_id = accepted.load_id
inner join owners on owners.ticket_id = accepted.ticket_id
where accepted.source = 'generic' and load.kind = 'status_history'
group by accepted.ticket_id, owners.sources
order by first_change, accepted.ticket_id
