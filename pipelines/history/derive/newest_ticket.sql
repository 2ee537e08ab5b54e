-- One row a ticket: the newest state that any load tells. Of an event log the earliest event told is the opening.
-- The moment at which a source was last seen holds for all of its tickets: a ticket that a later export of changes
-- does not mention has not changed.
create or replace temp table newest_ticket as
with

states as (
    select
        accepted.* replace (
            if(load.kind = 'events', min(opened_at) over (partition by accepted.source, ticket_id), opened_at) as opened_at
        ),
        load.end_from_status, load.kind,
        max(load.as_of) over (partition by accepted.source) as as_of,
        row_number() over (
            partition by accepted.source, ticket_id
            order by coalesce(updated_at, load.as_of) desc, load.as_of desc, load.file_sha256 desc
        ) as newest
    from accepted_ticket as accepted
    inner join load on load.load_id = accepted.load_id
)

select * exclude (newest) from states where newest = 1
