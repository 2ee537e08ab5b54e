-- One word for what tools write in many: priority P1 (most urgent) to P5, issue kind, distance band.
-- A digit is a priority only where the text begins as one: "Low - 24h" and "High (4h)" speak of hours.
create or replace temp macro starts_with_word(text, words) as
    regexp_matches(trim(text), '(?i)^(0[ .:-]+)?(' || words || ')\b');

create or replace temp macro plain_priority(text) as
    case
        when text is null then null
        when regexp_matches(trim(text), '(?i)^(p|prio|priority|sev|severity|level)?[ .:-]*[1-5]\b')
            then 'P' || regexp_extract(text, '[1-5]')
        else coalesce('P' || case
            when starts_with_word(text, 'critical|urgent|highest|emergency|blocker|very high') then 1
            when starts_with_word(text, 'high|major') then 2
            when starts_with_word(text, 'normal|medium|moderate') then 3
            when starts_with_word(text, 'low|lowest|minor|trivial') then 4
        end, text)
    end;

create or replace temp macro plain_issue_kind(text) as
    case when lower(text) in ('software', 'hardware', 'other') then lower(text) end;

create or replace temp macro plain_band(text) as
    regexp_replace(lower(text), '\s+', '', 'g');

-- Impact and urgency as the matrix of the settings compares them: small, without a number in front ("2 - Medium").
create or replace temp macro matrix_word(text) as
    regexp_replace(lower(trim(text)), '^\d+\s*[-.:]\s*(.)', '\1');
