-- What a date is written like, and how it is read; needs macros.sql and date_words.sql.
-- date_shape: the marks of a date with its parts named: Y four digits, 9 other digits, Mon a word, PM a half day. A
-- leading ~ says that plain_date was taken first; a trailing ± that a zone stood at its end.
-- read_moment: an instant by the kind that its whole column proved: plain, written (what ~ says), serial (a
-- spreadsheet's days since 1899-12-30, on the wall), epoch and epoch_ms (since 1970, UTC).
create or replace temp macro parts_named(text) as
    regexp_replace(regexp_replace(regexp_replace(regexp_replace(
        text, '\b\d{4}\b', 'Y', 'g'), '\d+', '9', 'g'), '(?i)\b[ap]m\b', 'PM', 'g'), '[A-Za-z]{3,}', 'Mon', 'g');

create or replace temp macro date_shape(text) as
    case
        when regexp_full_match(text, '\d+([.,]\d+)?'
            || '|\d{4}[-/]\d{1,2}[-/]\d{1,2}([T ]\d{1,2}:\d{2}(:\d{2}([.]\d+)?)? ?(Z|UTC|[+-]\d{2}:?\d{2})?)?'
            || '|(\d{1,4}([-/.]\d{1,4}){2}|\d{1,2}([-/ ](?i:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[-/ ])\d{2,4})([T ]\d{1,2}[:.]\d{1,2}([:.]\d+){0,2}( [AaPp][Mm])?)?')
            then parts_named(text)
        else list_transform([plain_date(text)], lambda plain:
            '~' || parts_named(wall_part(plain)) || if(zone_part(plain) = '', '', '±'))[1]
    end;

create or replace temp macro read_zoned(wall, mark, formats, zone) as
    case
        when mark = '' then read_instant(wall, formats, zone)
        when lower(mark) in ('z', 'utc', 'gmt') then read_instant(wall, formats, 'UTC')
        else read_instant(wall, formats, 'UTC') - if(starts_with(mark, '-'), -1, 1)
            * to_minutes(try_cast(substr(mark, 2, 2) as integer) * 60 + try_cast(right(mark, 2) as integer))
    end;

create or replace temp macro read_written(text, formats, zone) as
    case
        when regexp_matches(text, '\d') then coalesce(
            read_instant(text, formats, zone),
            list_transform([plain_date(text)], lambda plain:
                read_zoned(wall_part(plain), zone_part(plain), formats, zone))[1])
    end;

-- Numbers out of range become null before they are counted with: every arm of a case may be computed.
create or replace temp macro number_within(text, least, most) as
    if(try_cast(replace(text, ',', '.') as double) between least and most, try_cast(replace(text, ',', '.') as double), null);

create or replace temp macro read_counted(text, kind, zone) as
    case kind
        when 'serial' then cast(first_utc(
            timestamp '1899-12-30' + to_seconds(round(number_within(text, 20000, 80000) * 86400)), zone) as timestamp)
        when 'epoch' then make_timestamp(
            cast(round(number_within(text, 631152000, 4102444800) * 1000) as bigint) * 1000)
        when 'epoch_ms' then make_timestamp(
            cast(round(number_within(text, 631152000000, 4102444800000)) as bigint) * 1000)
    end;

create or replace temp macro read_moment(text, kind, formats, zone) as
    case
        when kind = 'plain' then read_instant(text, formats, zone)
        when kind = 'written' then read_written(text, formats, zone)
        else read_counted(text, kind, zone)
    end;
