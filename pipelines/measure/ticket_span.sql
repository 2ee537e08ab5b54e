-- One row a ticket and clock, numbered: from opening to its stop, or to the moment of the export while it runs.
-- A source that never says when a client was answered has no first-response clock.
-- `first_resolution` is read beside `resolution` for tickets that were reopened; it is no clock of its own.
-- Excluded tickets (merged, deleted, cancelled) have no clocks.
create or replace temp table ticket_span as
with

answering_sources as (
    select distinct source from placed_ticket where first_response_at is not null
),

spans as (
    select source, ticket_id, calendar_id, 'first_response' as clock, response_end as ended, opened_at as started_at,
        first_response_at as stopped_at, as_of
    from placed_ticket
    where not excluded and source in (select source from answering_sources)
    union all by name
    select source, ticket_id, calendar_id, 'resolution' as clock, resolution_end as ended, opened_at as started_at,
        resolved_at as stopped_at, as_of
    from placed_ticket
    where not excluded
    union all by name
    select source, ticket_id, calendar_id, 'first_resolution' as clock, 'stopped' as ended, opened_at as started_at,
        first_resolved_at as stopped_at, as_of
    from placed_ticket
    where not excluded and first_resolved_at >= opened_at
        and first_resolved_at is distinct from resolved_at
)

select row_number() over (order by started_at, ticket_id, source, clock) as span_id, *
from spans
