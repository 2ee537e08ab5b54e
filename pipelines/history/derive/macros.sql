-- One word for what tools write in many: priority P1 (most urgent) to P5, work mode, issue kind.
create or replace temp macro plain_priority(text) as
    case
        when text is null then null
        when regexp_matches(text, '[1-5]') then 'P' || regexp_extract(text, '[1-5]')
        when lower(text) in ('critical', 'urgent', 'highest', 'emergency', 'blocker') then 'P1'
        when lower(text) in ('high', 'major') then 'P2'
        when lower(text) in ('normal', 'medium', 'moderate') then 'P3'
        when lower(text) in ('low', 'lowest', 'minor', 'trivial') then 'P4'
        else text
    end;

create or replace temp macro plain_work_mode(text, travel_minutes) as
    case
        when regexp_matches(lower(text), '\b(on[- _]?site|field|site visit|in person)\b') then 'on_site'
        when regexp_matches(lower(text), '\b(remote|phone|off[- _]?site)') then 'remote'
        when travel_minutes > 0 then 'on_site'
    end;

create or replace temp macro plain_issue_kind(text) as
    case when lower(text) in ('software', 'hardware', 'other') then lower(text) end;
