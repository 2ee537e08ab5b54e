-- One row a ticket with a status history: when it was first answered, and how it ended, as its statuses tell.
-- first_resolved_at: the first entry into a resolved status; last_resolved_at: the last one.
create or replace temp table told_by_statuses as
select
    source, ticket_id,
    min(changed_at) filter (answers) as first_answer_at,
    min(changed_at) filter (state = 'resolved') as first_resolved_at,
    max(changed_at) filter (state = 'resolved') as last_resolved_at,
    arg_max(state, position) filter (state is not null) as last_state
from status_change
group by source, ticket_id
