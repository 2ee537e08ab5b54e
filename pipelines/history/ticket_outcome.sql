-- One row an outcome: what the tickets of this file do to the history, with their number.
-- The newest state of a ticket is told by its own time of change, else by the moment of its export, then by the file's
-- hash, so that the order of loading never matters.
-- $as_of, $file_sha256: of the file that comes in.
with

earlier_states as (
    select
        accepted.source, accepted.ticket_id,
        max((coalesce(accepted.updated_at, load.as_of), load.as_of, load.file_sha256)) as newest,
        arg_max(accepted.content_hash, (coalesce(accepted.updated_at, load.as_of), load.as_of, load.file_sha256)) as newest_hash,
        list(accepted.content_hash) as hashes
    from accepted_ticket as accepted
    inner join load on load.load_id = accepted.load_id
    group by accepted.source, accepted.ticket_id
),

judged as (
    select case
        when ticket.excluded or ticket.excluded_by_status then 'excluded'
        when earlier.ticket_id is null then 'new'
        when ticket.content_hash = earlier.newest_hash then 'unchanged'
        when (coalesce(ticket.updated_at, $as_of), cast($as_of as timestamp), $file_sha256) > earlier.newest then 'updated'
        when list_contains(earlier.hashes, ticket.content_hash) then 'unchanged'
        else 'superseded'
    end as outcome
    from ticket_in_file as ticket
    left join earlier_states as earlier on earlier.source = ticket.source and earlier.ticket_id = ticket.ticket_id
)

select outcome, count(*) as n from judged group by outcome
