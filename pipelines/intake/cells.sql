-- What a cell says, and what is wrong with it.
-- said: the text of a field's columns, null where it means nothing; two columns are joined (a date and its time).
-- in_utc: a wall time in UTC. offsets: from first_day (counted from 1970) the seconds by which the file's own zone is
-- ahead of UTC, null on a day on which the clocks change and outside the list; there the zone's rules are asked.
-- moment_of: how.kind tells how the whole column is written: iso (naive, year first) or formatted (by how.formats alone);
-- any_moment.sql reads it for files that write an instant otherwise.
-- one_style: the text of a number; decimal_commas.sql reads it for files that have decimal commas.
-- instant_fault, number_fault: why a cell cannot be so as it is written, null where it can. Instants before 1990 are
-- placeholders of ticket tools (1899-12-30, 1900-01-01), never dates of work.
create or replace temp macro said(cells, places, missing) as
    case
        when len(places) = 1 then if(list_contains(missing, cells[places[1]]), null, cells[places[1]])
        when len(places) > 1 then nullif(array_to_string(list_select(cells, places), ' '), '')
    end;

create or replace temp macro day_offset(moment, offsets) as
    if(epoch_us(moment) // 86400000000 >= (offsets).first_day,
        (offsets).ahead[epoch_us(moment) // 86400000000 - (offsets).first_day + 1], null);

create or replace temp macro in_utc(wall, zone, offsets) as
    case
        when zone = 'UTC' then wall
        when day_offset(wall, offsets) is not null then wall - to_seconds(day_offset(wall, offsets))
        else first_utc(wall, zone)
    end;

create or replace temp macro moment_of(text, how, offsets) as
    cast(case (how).kind
        when 'iso' then in_utc(try_cast(text as timestamp), (how).zone, offsets)
        when 'formatted' then in_utc(try_strptime(text, (how).formats), (how).zone, offsets)
    end as timestamp);

create or replace temp macro instant_fault(text, moment, opening, field, rules) as
    case
        when text is null then null
        when moment is null then 'not a date'
        when moment < timestamp '1990-01-01' then 'a placeholder, not a date'
        when moment > (rules).not_after and list_contains((rules).observed, field) then 'in the future'
        when moment < opening and list_contains((rules).after_opening, field) then 'before opened_at'
    end;

create or replace temp macro one_style(text, field, rules) as text;

create or replace temp macro between_or_null(number, lowest, highest) as
    if(number between lowest and highest, number, null);

create or replace temp macro number_fault(text, number) as
    if(text is not null and number is null, 'not a number that can be read', null);

create or replace temp macro in_repeated_hour(moment, zone, offsets) as
    case
        when zone = 'UTC' or day_offset(moment, offsets) is not null then false
        else timezone(zone, moment at time zone 'UTC') = timezone(zone, (moment + interval 1 hour) at time zone 'UTC')
    end;
