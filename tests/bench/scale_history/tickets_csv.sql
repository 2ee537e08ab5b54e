-- The tickets as the tool has them when the export is taken ($as_of), into the file $path.
copy (
    with

    dated as (
        select
            ticket.*,
            step_at(ticket, 3, 0.1) as responded_at, step_at(ticket, 9, 1) as resolved_at, step_at(ticket, 10, 1) as closed_at,
            (select max(step_at(ticket, position, share)) from made_step where step_at(ticket, position, share) <= $as_of)
                as updated_at
        from made_ticket as ticket
    )

    select
        100000 + dated.number as TicketNbr, 'Service Desk' as Board_Name,
        case
            when merged then '>Closed - Merged' when closed_at <= $as_of then '>Closed'
            when resolved_at <= $as_of then 'Resolved' else 'In Progress'
        end as Status_Description,
        priority as Priority, type as ServiceType, sub_type as ServiceSubType, summary as Summary,
        client as company_name, site as Site_Name, place as service_location, tier as agreement_name,
        technician as Ticket_Owner, local_text(opened_at) as date_entered, local_text(updated_at) as Last_Update,
        if(responded_at <= $as_of, responded_at, null) as Date_Responded_UTC,
        if(resolved_at <= $as_of, resolved_at, null) as Date_Resolved_UTC,
        if(closed_at <= $as_of, local_text(closed_at), null) as date_closed,
        hours as Hours_Actual, if(place = 'On-site', 0.5, 0) as Travel_Hours,
        if(merged, 99999 + dated.number, null) as Merged_Into
    from dated
    inner join made_client as client on client.number = dated.client_number
) to $path (format csv, header)
