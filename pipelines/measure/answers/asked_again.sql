-- One row a client with a ticket opened in the slice that has a subject: how often it wrote again about the same thing.
-- again: opened within $days days after another ticket of the same client with the same subject, capitals aside.
-- with_subject: the tickets that have a subject, without those whose subject a third of the client's tickets share (and more
-- than three): it is a form's or a machine's, and says nothing.
-- $timezone: the company's. $first_day .. $last_day: days of opening there.
with

named as (
    select client, opened_at, hash(client, lower(trim(subject))) as about
    from slice_ticket($timezone, $first_day, $last_day, $tiers, $issue_kinds, $work_modes, $clients)
    where client is not null and trim(subject) <> ''
),

followed as (
    select client, about, opened_at <= lag(opened_at) over (partition by about order by opened_at) + to_days($days) as again
    from named
),

threads as (
    select
        client, count(*) as tickets, count(*) filter (again) as again,
        count(*) > 3 and 3 * count(*) > sum(count(*)) over (partition by client) as said_by_a_form
    from followed
    group by client, about
)

select
    client, cast(coalesce(sum(tickets) filter (not said_by_a_form), 0) as bigint) as with_subject,
    cast(coalesce(sum(again) filter (not said_by_a_form), 0) as bigint) as again
from threads
group by client
order by client
