-- Where the work was done, from words: on_site, remote, or null where the words are not certain. Never a guess.
-- written_work_mode: a column that says how or where the work was done; a text that says both, or "no visit", says nothing.
-- on_site_words: a subject or a finer issue type, which are about the trouble and not about the work ("Printer on site 2",
-- "Remote desktop"): only an appointment on the spot is one.
create or replace temp macro plain_words(text) as
    regexp_replace(trim(strip_accents(lower(text))), '[-_\s]+', ' ', 'g');

create or replace temp macro says_on_site(words) as
    regexp_matches(words, '\b(on ?site|site visits?|field (service|visit|work|engineer|technician|call|dispatch)s?'
        || '|(in|at) (the )?(customer|client)s? (site|premises)|(customer|client)s? (site|premises|location)|in person|house call'
        || '|vor ort|vorort|ausseneinsatz|aussendienst|sur site|sur place|deplacement|in situ|presencial|en sitio'
        || '|no local do cliente|visita)\b')
    or regexp_full_match(words, 'field|visit|visits');

create or replace temp macro says_remote(words) as
    regexp_matches(words, '\b(remote|remotely|phone|telephone|off ?site|fernwartung|fernzugriff|telefon|telefonisch'
        || '|a distance|teleassistance|telemaintenance|telephonique|remoto|remota|a distancia|telefone|telefono)\b');

create or replace temp macro written_work_mode(text) as
    case
        when regexp_matches(plain_words(text), '\b(no|not|non|without|kein|keine|nicht|sans|pas|sin|sem)\b') then null
        when says_on_site(plain_words(text)) and not says_remote(plain_words(text)) then 'on_site'
        when says_remote(plain_words(text)) and not says_on_site(plain_words(text)) then 'remote'
    end;

create or replace temp macro on_site_words(text) as
    not regexp_matches(plain_words(text), '\b(no|not|non|without|kein|keine|nicht|sans|pas|sin|sem|web|cancel\w*|instead)\b')
    and (
        regexp_matches(plain_words(text), '\b(on ?site (visit|support|attendance|engineer|technician|appointment|call ?out)'
            || '|site visit|engineer visit|technician visit|vor ort (termin|einsatz|service)|intervention sur site'
            || '|visita (presencial|tecnica)|atendimento presencial)s?\b')
        or regexp_full_match(plain_words(text), 'on ?site')
    );

-- A quick look before the long one: without these letters there is no appointment on the spot.
create or replace temp macro may_be_on_site(text) as
    regexp_matches(text, '(?i)visit|on[-_\s]*site|vor[-_\s]*ort|sur[-_\s]*site|presencial');
