-- First response before the ticket was opened.
-- Look at it: the response is left out, and the ticket counts as answered at an unknown time. See which column the
-- export takes for the first response, and whether its times are of another time zone than the opening's.
--
-- Two ways lead here: a cell that the intake has emptied (row_problem), and a status history that answers too early.
with

emptied as (
    select accepted.source, accepted.ticket_id, accepted.load_id, problem.value as told
    from row_problem as problem
    inner join accepted_ticket as accepted
        on accepted.load_id = problem.load_id and accepted.record_number = problem.record_number
    where problem.field = 'first_response_at' and problem.reason = 'before opened_at'
),

answers as (
    select source, ticket_id, min(changed_at) as answered_at from status_change where answers group by source, ticket_id
)

select ticket.source, ticket.ticket_id, ticket.client, ticket.opened_at,
    coalesce(emptied.told, strftime(answers.answered_at, '%Y-%m-%d %H:%M UTC')) as told_response
from placed_ticket as ticket
left join emptied
    on emptied.source = ticket.source and emptied.ticket_id = ticket.ticket_id and emptied.load_id = ticket.load_id
left join answers on answers.source = ticket.source and answers.ticket_id = ticket.ticket_id
where not ticket.excluded and ticket.response_end = 'unknown'
    and (emptied.ticket_id is not null or answers.answered_at < ticket.opened_at)
order by ticket.opened_at, ticket.ticket_id
