-- One row a client as any file writes it, and the one name under which it is shown: the client that an owner joined it
-- to, through any chain of joins, and of spellings that differ in case and spacing alone the newest list's, else the one
-- that most tickets have.
-- joined: the name stands for another client.
create or replace temp table client_name as
with recursive

spellings as (
    select client as written, max(load_id) as listed_in, 0 as tickets
    from accepted_client
    where client is not null
    group by client
    union all
    select client, null, count(*) from accepted_ticket where client is not null group by client
    union all
    select client, null, 0 from client_alias
),

shown as (
    select
        same_name(written) as name,
        arg_max(written, {'listed_in': coalesce(listed_in, 0), 'tickets': tickets, 'written': written}) as client
    from spellings
    group by name
),

joins as (
    select same_name(alias) as name, same_name(client) as target from client_alias
    union
    select joins.name, same_name(further.client)
    from joins
    inner join client_alias as further on same_name(further.alias) = joins.target
),

ends as (
    select name, target from joins where target not in (select same_name(alias) from client_alias)
)

select distinct spellings.written, shown.client, ends.name is not null as joined
from spellings
left join ends on ends.name = same_name(spellings.written)
inner join shown on shown.name = coalesce(ends.target, same_name(spellings.written))
