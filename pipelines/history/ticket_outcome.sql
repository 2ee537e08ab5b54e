-- One row an outcome: what the tickets of this load do to the history, with their number.
-- The newest state of a ticket is told by its own time of change, else by the moment of its export, then by the file's
-- hash, so that the order of loading never matters. Two states are the same where all that they say is the same.
-- $load_id, $as_of, $file_sha256: of the load that comes in.
with

known as (
    select distinct source, ticket_id from accepted_ticket where load_id <> $load_id
),

contents as (
    select
        load_id, record_number, source, ticket_id, updated_at,
        row(*columns(* exclude (load_id, record_number))) as content
    from accepted_ticket
    semi join known using (source, ticket_id)
),

earlier_states as (
    select
        contents.source, contents.ticket_id,
        max((coalesce(updated_at, load.as_of), load.as_of, load.file_sha256)) as newest,
        arg_max(content, (coalesce(updated_at, load.as_of), load.as_of, load.file_sha256)) as newest_content,
        list(content) as every_content
    from contents
    inner join load using (load_id)
    where load_id <> $load_id
    group by contents.source, contents.ticket_id
),

repeated as (
    select
        contents.record_number,
        case
            when content = newest_content then 'unchanged'
            when (coalesce(updated_at, $as_of), cast($as_of as timestamp), $file_sha256) > newest then 'updated'
            when list_contains(every_content, content) then 'unchanged'
            else 'superseded'
        end as outcome
    from contents
    inner join earlier_states using (source, ticket_id)
    where contents.load_id = $load_id
),

judged as (
    select case
        when ticket.excluded or coalesce(meaning.state = 'excluded', false) then 'excluded'
        else coalesce(repeated.outcome, 'new')
    end as outcome
    from accepted_ticket as ticket
    left join repeated on repeated.record_number = ticket.record_number
    left join file_status as meaning on meaning.status = ticket.status
    where ticket.load_id = $load_id
)

select outcome, count(*) as n from judged group by outcome
