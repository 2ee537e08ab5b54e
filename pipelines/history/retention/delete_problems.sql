-- Rejected rows of exports that were taken before $since, and emptied cells of the tickets that go. Lists of clients and
-- targets have no moment.
delete from row_problem
where load_id in (select load_id from load where as_of < $since and kind not in ('clients', 'targets'))
    or (load_id, record_number) in (
        select (load_id, record_number) from accepted_ticket semi join outlived_ticket using (source, ticket_id)
    )
