-- Records of the file whose ticket ended, or was last heard of, before $since are left out. $older: the reason to give.
-- $history: whether a row is a status change; those of a ticket that the history keeps stay, however old.
update record_role set role = 'excluded', reason = $older
where role <> 'erased before'
    and ticket_id in (
        select ticket_id
        from clean_row
        where not $history or ticket_id not in (select ticket_id from accepted_ticket where ticket_id is not null)
        group by ticket_id
        having coalesce(
            max(greatest(resolved_at, closed_at, reopened_at)),
            max(greatest(opened_at, first_response_at, updated_at, changed_at))
        ) < $since
    )
