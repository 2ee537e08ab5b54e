-- Rejected rows and emptied cells of the client: those of its records, and those whose text names it.
-- $pattern: how its names look inside a text.
delete from row_problem
where regexp_matches(concat_ws(' ', raw, value), $pattern)
    or (load_id, record_number) in (
        select (load_id, record_number) from accepted_ticket semi join erased_ticket using (source, ticket_id)
    )
