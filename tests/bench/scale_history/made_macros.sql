-- drawn: an even draw from [0, 1) that is the same in every run, whatever order the rows are made in.
-- step_at: when a ticket's step came, of the ten of made_step.sql. local_text: an instant as the tool writes it in London.
create or replace temp macro drawn(number, salt) as (hash(number, salt) % 1000003) / 1000003.0;

create or replace temp macro step_at(ticket, position, share) as ticket.opened_at + to_seconds(cast(case position
    when 1 then 0
    when 9 then ticket.seconds
    when 10 then ticket.seconds + 86400 + floor(172800 * drawn(ticket.number, 31))
    else floor(ticket.seconds * (share + 0.04 * drawn(ticket.number, 30 + 2 * position)))
end as bigint));

create or replace temp macro local_text(moment) as
    strftime(timezone('Europe/London', moment at time zone 'UTC'), '%d/%m/%Y %H:%M');
