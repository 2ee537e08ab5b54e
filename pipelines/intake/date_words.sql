-- Dates that are written with words, taken apart.
-- english_month: a month in one of seven languages, without accents; any other word stays as it is.
-- spaced_date, plain_date: the same date with single spaces, without weekday, filling words and commas.
-- in_english: its month, which is its only word by then.
-- wall_part, zone_part: what stands before a zone at the end of a time, and that zone.
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
