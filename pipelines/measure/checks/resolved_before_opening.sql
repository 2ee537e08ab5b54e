-- Resolved, or closed, before the ticket was opened.
-- Look at it: the time is left out, and the end counts as unknown unless the status says that the ticket is open. See
-- whether the columns of the export are of different time zones, or were filled in by hand.
--
-- Two ways lead here: a cell that the intake has emptied (row_problem), and a status history that ends too early.
with

emptied as (
    select accepted.source, accepted.ticket_id, accepted.load_id, min(problem.value) as told
    from row_problem as problem
    inner join accepted_ticket as accepted
        on accepted.load_id = problem.load_id and accepted.record_number = problem.record_number
    where problem.field in ('resolved_at', 'closed_at') and problem.reason = 'before opened_at'
    group by accepted.source, accepted.ticket_id, accepted.load_id
),

ends as (
    select source, ticket_id, max(changed_at) as resolved_at
    from status_change
    where state = 'resolved'
    group by source, ticket_id
)

select ticket.source, ticket.ticket_id, ticket.client, ticket.status, ticket.opened_at,
    coalesce(emptied.told, strftime(ends.resolved_at, '%Y-%m-%d %H:%M UTC')) as told_end
from placed_ticket as ticket
left join emptied
    on emptied.source = ticket.source and emptied.ticket_id = ticket.ticket_id and emptied.load_id = ticket.load_id
left join ends on ends.source = ticket.source and ends.ticket_id = ticket.ticket_id
where not ticket.excluded
    and (emptied.ticket_id is not null or (ticket.resolution_end = 'unknown' and ends.resolved_at < ticket.opened_at))
order by ticket.opened_at, ticket.ticket_id
