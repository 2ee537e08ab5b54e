-- lacking: why a record as a whole cannot be taken; null where it can.
-- are_numbers: whether these tickets are numbered, so that one without a digit is none: four in five have digits, in at
-- most one in twenty different words. Random letters and digits, of which some have no digit, are no numbers.
create or replace temp macro are_numbers(ticket_id) as
    count(*) filter (regexp_matches(ticket_id, '\d')) >= 0.8 * count(ticket_id)
    and count(distinct translate(ticket_id, '0123456789', '')) filter (regexp_matches(ticket_id, '\d'))
        <= greatest(1, count(ticket_id) // 20);

create or replace temp macro lacking(rules, ticket_id, opened_at, updated_at, changed_at, valid_from, amount, status,
    client, tier, clock, unit, premium) as
    case
        when list_contains((rules).required, 'ticket_id') and ticket_id is null then 'ticket_id: missing or not readable'
        when list_contains((rules).required, 'opened_at') and opened_at is null then 'opened_at: missing or not readable'
        when list_contains((rules).required, 'updated_at') and updated_at is null then 'updated_at: missing or not readable'
        when list_contains((rules).required, 'changed_at') and changed_at is null then 'changed_at: missing or not readable'
        when list_contains((rules).required, 'valid_from') and valid_from is null then 'valid_from: missing or not readable'
        when list_contains((rules).required, 'amount') and amount is null then 'amount: missing or not readable'
        when list_contains((rules).required, 'status') and status is null then 'status: missing or not readable'
        when list_contains((rules).required, 'client') and client is null then 'client: missing or not readable'
        when list_contains((rules).required, 'tier') and tier is null then 'tier: missing or not readable'
        when list_contains((rules).required, 'clock') and clock is null then 'clock: missing or not readable'
        when list_contains((rules).required, 'unit') and unit is null then 'unit: missing or not readable'
        when regexp_full_match(ticket_id, '\d([.,]\d+)?[eE][+]\d+') then 'ticket_id: damaged by a spreadsheet'
        when clock is not null and clock not in ('first_response', 'resolution') then 'clock: not one of ours'
        when premium is not null and read_yes(premium) is null then 'premium: neither yes nor no'
        when unit is not null and unit not in ('business_minutes', 'business_hours', 'business_days')
            then 'unit: not one of ours'
    end
