-- The same client with the same subject within 24 hours, and every one of these tickets counts.
-- Good to know: one trouble that was reported more than once makes the week look busier than it was. Merge such tickets in
-- your ticket tool; merged ones leave every figure.
--
-- Each ticket is listed beside the one before it, so of three tickets two are listed.
with

in_order as (
    select source, ticket_id, client, subject, issue_type, opened_at,
        lag(ticket_id) over one_trouble as ticket_before, lag(opened_at) over one_trouble as opened_before
    from placed_ticket
    where not excluded and trim(client) <> '' and trim(subject) <> ''
    window one_trouble as (partition by lower(trim(client)), lower(trim(subject)) order by opened_at, source, ticket_id)
)

select source, ticket_id, client, subject, issue_type, opened_at, ticket_before,
    date_diff('minute', opened_before, opened_at) as minutes_after
from in_order
where opened_at - opened_before <= interval 24 hour
order by opened_at, ticket_id
