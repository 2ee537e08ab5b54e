-- How text becomes an instant or a number; null where it cannot be read, never a guess.
-- first_utc: a wall time of a zone in UTC; in the hour that a clock change repeats, the first of the two.
-- read_instant: a zone written in the text wins; year-first dates are read as they stand, others by $formats.
-- read_yes: yes, true, x and 1 in the languages of our exports; null where it is neither yes nor no.
-- read_number: 1234.5, 1,234.5 and 1234,5; refused where a comma could be either (1,234) or has no scale (3,87,16).
create or replace temp macro first_utc(wall, zone) as
    case
        when timezone(zone, timezone(zone, wall) - interval 1 hour) = wall then timezone(zone, wall) - interval 1 hour
        when timezone(zone, timezone(zone, wall) - interval 30 minute) = wall
            then timezone(zone, wall) - interval 30 minute
        else timezone(zone, wall)
    end;

create or replace temp macro read_instant(text, formats, zone) as
    cast(case
        when text is null or not regexp_matches(text, '\d') then null
        when regexp_full_match(text, '\d{4}[-/]\d{1,2}[-/]\d{1,2}[T ]\d{1,2}:\d{2}(:\d{2}([.]\d+)?)? ?(Z|UTC|[+-]\d{2}:?\d{2})')
            then try_cast(regexp_replace(regexp_replace(
                replace(text, 'UTC', 'Z'), ' ?(Z|[+-]\d{2}:?\d{2})$', '\1'),
                '^(\S{8,10}[T ]\d{1,2}:\d{2})(Z|[+-])', '\1:00\2') as timestamptz)
        when regexp_full_match(text, '\d{4}[-/]\d{1,2}[-/]\d{1,2}([T ]\d{1,2}:\d{2}(:\d{2}([.]\d+)?)?)?')
            then first_utc(try_cast(text as timestamp), zone)
        else first_utc(try_strptime(text, formats), zone)
    end as timestamp);

create or replace temp macro read_number(text) as
    case
        when regexp_full_match(text, '[-+]?\d+([.]\d+)?') then try_cast(text as double)
        when regexp_full_match(text, '[-+]?\d{1,3}(,\d{3})+[.]\d+') then try_cast(replace(text, ',', '') as double)
        when regexp_full_match(text, '[-+]?\d+,(\d{1,2}|\d{4,})') then try_cast(replace(text, ',', '.') as double)
    end;

create or replace temp macro read_yes(text) as
    case
        when lower(text) in ('yes', 'y', 'true', 't', 'x', '1', '1.0', 'ja', 'oui', 'si', 'sì', 'sí', 'sim') then true
        when lower(text) in ('no', 'n', 'false', 'f', '0', '0.0', 'nein', 'non', 'nao', 'não') then false
    end;

create or replace temp macro read_minutes(text, unit) as
    case unit
        when 'minutes' then read_number(text)
        when 'hours' then read_number(text) * 60
        when 'seconds' then read_number(text) / 60
        when 'days' then read_number(text) * 1440
        else null
    end;

create or replace temp macro read_km(text, unit) as if(unit = 'miles', read_number(text) * 1.609344, read_number(text));
