-- One row a name, plain, under which a client is known: its own and every one that was joined to it. $client: any of them.
with recursive

joined(name) as (
    select plain_name($client)
    union
    select if(plain_name(other.alias) = joined.name, plain_name(other.client), plain_name(other.alias))
    from joined
    inner join client_alias as other on joined.name in (plain_name(other.alias), plain_name(other.client))
)

select name from joined order by name
