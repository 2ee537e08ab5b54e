-- One row: what the history holds of a client. $names: its names, plain. $pattern: how they look inside a text.
-- mentions: rows of others that name it.
select
    (select count(*) from erased_ticket) as tickets,
    (select count(*) from accepted_client where list_contains($names, plain_name(client))) as sites,
    (select count(*) from accepted_target where list_contains($names, plain_name(client))) as targets,
    (select count(*) from row_problem where regexp_matches(concat_ws(' ', raw, value), $pattern)) as rejected,
    (
        select count(*)
        from accepted_ticket as accepted
        anti join erased_ticket using (source, ticket_id)
        where regexp_matches(cast(accepted as varchar), $pattern)
    ) + (
        select count(*)
        from accepted_client as accepted
        where not list_contains($names, plain_name(client)) and regexp_matches(cast(accepted as varchar), $pattern)
    ) as mentions
