-- One row a status change as a load tells it, under the ticket tool whose ticket it is.
-- A status history in our own template belongs to whatever tool knows its ticket; where two tools know the number, it
-- is given to neither (a check lists it). newest_first: the file goes back in time from row to row of a ticket.
create or replace temp table told_status as
with

owners as (
    select ticket_id, min(source) as source, count(distinct source) as sources
    from accepted_ticket
    group by ticket_id
),

steps as (
    select load_id, changed_at, lag(changed_at) over (partition by load_id, ticket_id order by record_number) as before
    from accepted_status
),

directions as (
    select load_id, count(*) filter (changed_at < before) > count(*) filter (changed_at > before) as newest_first
    from steps
    group by load_id
)

select
    accepted.* replace (coalesce(owners.source, accepted.source) as source),
    accepted.source as told_source, load.preset, load.as_of, load.file_sha256, directions.newest_first
from accepted_status as accepted
inner join load on load.load_id = accepted.load_id
inner join directions on directions.load_id = accepted.load_id
left join owners
    on owners.ticket_id = accepted.ticket_id and accepted.source = 'generic' and load.kind = 'status_history'
where owners.sources is null or owners.sources = 1
