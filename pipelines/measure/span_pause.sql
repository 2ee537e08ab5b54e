-- Pauses of the clocks: while a ticket waits (for the clocks in $clocks_that_pause), and, for the resolution, from a
-- resolution until the ticket was reopened. A wait that nothing ends lasts until the clock is read.
insert into span_pause
with

stretches as (
    select
        source, ticket_id, state, changed_at as paused_at,
        lead(changed_at) over ticket_in_order as resumed_at,
        min(if(state in ('open', 'paused'), changed_at, null)) over (
            partition by source, ticket_id order by position rows between 1 following and unbounded following
        ) as reopened_at
    from status_change
    window ticket_in_order as (partition by source, ticket_id order by position)
),

standing as (
    select *, 'waiting' as reason from stretches where state = 'paused'
    union all
    select *, 'resolved' as reason from stretches where state in ('resolved', 'closed') and reopened_at is not null
)

select span.span_id, standing.paused_at, standing.resumed_at
from standing
inner join ticket_span as span on span.source = standing.source and span.ticket_id = standing.ticket_id
where (standing.reason = 'waiting' and list_contains($clocks_that_pause, if(span.clock = 'first_resolution', 'resolution', span.clock)))
    or (standing.reason = 'resolved' and span.clock = 'resolution')
