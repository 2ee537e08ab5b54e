-- One row: how much is older than the owner keeps. $since: the first moment that is kept.
select
    (select count(*) from outlived_ticket where source is not null) as tickets,
    (
        select count(*) from accepted_status
        where ticket_id in (select ticket_id from outlived_ticket where source is null)
    ) as statuses,
    (
        select count(*) from row_problem
        where load_id in (select load_id from load where as_of < $since and kind not in ('clients', 'targets'))
    ) as rejected
