-- How text becomes an instant, a number or a yes; null where it cannot be read, never a guess.
-- first_utc: a wall time of a zone in UTC; in the hour that a clock change repeats, the first of the two.
-- read_instant: a zone written in the text wins; year-first dates are read as they stand, others by $formats.
-- read_yes: yes, true, x and 1 in the languages of our exports; null where it is neither yes nor no.
-- read_met: what a source says of its own target, by its own patterns first; `no` wins over `yes`.
-- read_number: 1234.5, 1,234.5, 1.234,5 and 1234,5; refused where a comma could be either (1,234) or has no scale (3,87,16).
-- read_minutes: a duration in minutes; hours may be written h:mm or h:mm:ss, beyond 24 and below zero.
-- minutes_that_passed: null for what no clock can have run, below zero or over a hundred years.
-- us_zip: a postcode of the United States whose leading zeros a spreadsheet took.
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
        when regexp_full_match(text, '[-+]?\d{1,3}([. \x{00a0}\x{202f}]\d{3})+,\d+')
            then try_cast(replace(regexp_replace(text, '[. \x{00a0}\x{202f}]', '', 'g'), ',', '.') as double)
        when regexp_full_match(text, '[-+]?\d+,(\d{1,2}|\d{4,})') then try_cast(replace(text, ',', '.') as double)
    end;

create or replace temp macro read_minutes(text, unit) as
    case
        when unit in ('hours', 'h:mm', 'h:mm:ss') and regexp_full_match(text, '-?\d+:[0-5]?\d(:[0-5]?\d([.]\d+)?)?')
            then if(starts_with(text, '-'), -1, 1) * list_dot_product(
                list_resize(list_transform(string_split(ltrim(text, '-'), ':'), lambda part: try_cast(part as double)), 3, 0.0),
                [60.0, 1.0, 1 / 60.0])
        when unit = 'minutes' then read_number(text)
        when unit = 'hours' then read_number(text) * 60
        when unit = 'seconds' then read_number(text) / 60
        when unit = 'days' then read_number(text) * 1440
    end;

create or replace temp macro minutes_that_passed(minutes) as
    if(minutes between 0 and 52560000, minutes, null);

create or replace temp macro read_yes(text) as
    case
        when lower(text) in ('yes', 'y', 'true', 't', 'x', '1', '1.0', 'ja', 'oui', 'si', 'sì', 'sí', 'sim') then true
        when lower(text) in ('no', 'n', 'false', 'f', '0', '0.0', 'nein', 'non', 'nao', 'não') then false
    end;

create or replace temp macro fits_one_of(text, patterns) as
    len(list_filter(patterns, lambda pattern: lower(text) glob pattern)) > 0;

create or replace temp macro read_met(text, yes, no) as
    case
        when fits_one_of(text, no) then false
        when fits_one_of(text, yes) then true
        else read_yes(text)
    end;

create or replace temp macro us_zip(text) as
    case
        when regexp_full_match(text, '\d{3,5}([.]0+)?') then lpad(regexp_extract(text, '\d+'), 5, '0')
        else text
    end;
