-- Dates that are written with words, or counted; needs macros.sql.
-- english_month: a month in one of seven languages, without accents; any other word stays as it is.
-- spaced_date, plain_date: the same date with single spaces, without weekday, filling words and commas.
-- in_english: its month, which is its only word by then.
-- wall_part, zone_part: what stands before a zone at the end of a time, and that zone.
-- date_shape: the marks of a date with its parts named: Y four digits, 9 other digits, Mon a word, PM a half day. A
-- leading ~ says that plain_date was taken first; a trailing ± that a zone stood at its end.
-- read_moment: an instant by the kind that its whole column proved: plain, written (what ~ says), serial (a
-- spreadsheet's days since 1899-12-30, on the wall), epoch and epoch_ms (since 1970, UTC).
create or replace temp macro english_month(word) as
    case
        when regexp_full_match(word, 'jan|janv|janvier|januar|janner|january|januari|enero|ene|janeiro|gennaio|gen') then 'Jan'
        when regexp_full_match(word, 'feb|febr|fev|fevr|fevrier|februar|february|februari|febrero|fevereiro|febbraio') then 'Feb'
        when regexp_full_match(word, 'mar|mars|marz|maerz|mrz|march|maart|mrt|marzo|marco') then 'Mar'
        when regexp_full_match(word, 'apr|avr|avril|april|abr|abril|aprile') then 'Apr'
        when regexp_full_match(word, 'may|mai|mei|mayo|maio|maggio|mag') then 'May'
        when regexp_full_match(word, 'jun|juin|juni|june|junio|junho|giugno|giu') then 'Jun'
        when regexp_full_match(word, 'jul|juil|juillet|juli|july|julio|julho|luglio|lug') then 'Jul'
        when regexp_full_match(word, 'aug|aou|aout|august|augustus|ago|agosto') then 'Aug'
        when regexp_full_match(word, 'sep|sept|septembre|september|septiembre|set|setembro|settembre') then 'Sep'
        when regexp_full_match(word, 'oct|octobre|okt|oktober|october|octubre|out|outubro|ott|ottobre') then 'Oct'
        when regexp_full_match(word, 'nov|novembre|november|noviembre|novembro') then 'Nov'
        when regexp_full_match(word, 'dec|decembre|dez|dezember|december|dic|diciembre|dezembro|dicembre') then 'Dec'
        else word
    end;

create or replace temp macro spaced_date(text) as
    regexp_replace(regexp_replace(regexp_replace(regexp_replace(
        trim(regexp_replace(lower(strip_accents(text)), '[\s\x{a0}\x{202f}\x{2009}]+', ' ', 'g')),
        '(:\d{2}),(\d{1,9})\b', '\1.\2'),
        '(\d) ?([ap])[.]? ?m\b[.]?', '\1 \2m'),
        '^(mon|tue|tues|wed|thu|thur|thurs|fri|sat|sun|(?:mon|tues|wednes|thurs|fri|satur|sun)day|lun|mar|mer|jeu|ven|sam|dim'
        || '|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|mo|di|mi|do|fr|sa|so|montag|dienstag|mittwoch|donnerstag'
        || '|freitag|samstag|sonntag|mie|jue|vie|sab|dom|lunes|martes|miercoles|jueves|viernes|sabado|domingo|seg|ter|qua|qui|sex'
        || '|(?:segunda|terca|quarta|quinta|sexta)(?:-feira)?|gio|lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica|ma|wo|vr|za|zo'
        || '|maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag)[.]?,? (\d{1,4}[-/.]\d.*|\d{1,2}[-. ]+(?:de )?[a-z]{3}.*|[a-z]{3,}[.]? \d.*)$',
        '\2'),
        '(\d)(?:[.]|st|nd|rd|th|er)([ ,]+(?:[a-z]{3}|\d{4}))', '\1\2');

create or replace temp macro in_english(spaced) as
    list_transform([regexp_extract(spaced, '[a-z]{3,}')], lambda word:
        if(word = '', spaced, replace(replace(spaced, word || '.', word), word, english_month(word))))[1];

create or replace temp macro plain_date(text) as
    replace(trim(regexp_replace(regexp_replace(
        replace(list_transform([spaced_date(text)], lambda spaced: in_english(spaced))[1], ',', ' '),
        ' (de|del|of|at|um|a|as|om|alle|ore|uhr)\b', ' ', 'g'),
        ' +', ' ', 'g')), ' utc', ' UTC');

create or replace temp macro wall_part(text) as
    regexp_replace(text, '^(.*:\d{2}(?:[.]\d+)?(?: [ap]m)?) ?(?:z|utc|gmt|UTC|[+-]\d{2}:?\d{2})$', '\1');

create or replace temp macro zone_part(text) as
    regexp_extract(text, '^.*:\d{2}(?:[.]\d+)?(?: [ap]m)? ?(z|utc|gmt|UTC|[+-]\d{2}:?\d{2})$', 1);

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
