-- One row a thing on which the parts of a history do not agree; a whole history answers with none.
-- Its tickets are those of the drawn files: each is answered and has both clocks unless it is left out.
with

counted as (
    select load_id, sum(records) as records
    from load_outcome
    where outcome is not null
    group by load_id
),

clocked as (
    select source, ticket_id, count(*) filter (where clock = 'resolution') as resolutions, count(distinct clock) as clocks,
        count(*) as rows_of_clock
    from ticket_clock
    group by source, ticket_id
)

select 'the outcomes of a load do not sum to its records' as what, load.load_id::varchar as of_what
from load
left join counted on counted.load_id = load.load_id
where counted.records is distinct from load.records
union all
select 'outcomes of no load', load_outcome.load_id::varchar
from load_outcome
anti join (select load_id from load union all select load_id from undone_load) as known on known.load_id = load_outcome.load_id
union all
select 'a row of no load', accepted_ticket.ticket_id
from accepted_ticket
anti join load on load.load_id = accepted_ticket.load_id
union all
select 'a status of no load', accepted_status.ticket_id
from accepted_status
anti join load on load.load_id = accepted_status.load_id
union all
select 'accepted, and no ticket', accepted_ticket.ticket_id
from accepted_ticket
anti join ticket on ticket.source = accepted_ticket.source and ticket.ticket_id = accepted_ticket.ticket_id
union all
select 'a ticket, and not accepted', ticket.ticket_id
from ticket
anti join accepted_ticket on ticket.source = accepted_ticket.source and ticket.ticket_id = accepted_ticket.ticket_id
union all
select 'a ticket without its clocks', ticket.ticket_id
from ticket
left join clocked on clocked.source = ticket.source and clocked.ticket_id = ticket.ticket_id
where coalesce(clocked.resolutions, 0) <> 1 or clocked.clocks <> clocked.rows_of_clock
union all
select 'clocks of no ticket', clocked.ticket_id
from clocked
anti join ticket on clocked.source = ticket.source and clocked.ticket_id = ticket.ticket_id
