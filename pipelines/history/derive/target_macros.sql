-- Cells of a target line spelled as the tickets are, so that "On-site", "High" and "gold" find theirs.
-- named_tier: the tier of the settings that a plan names, else its own text. The same name wins; then the longest tier
-- that stands in the text as whole words ("Managed Gold+ 2024": Gold+).
-- cells_of: the same for lines that say something of the same tickets.
-- Inner columns have names of their own, so that no cell that is asked about is taken for one of them.
create or replace temp macro named_tier(written) as
    coalesce((
        select
            first(of_settings order by lower(trim(written)) = lower(trim(of_settings)) desc, length(of_settings) desc, place)
        from tier_order as known(of_settings, place)
        where regexp_matches(
            lower(written), '(^|[^\pL\pN])' || regexp_escape(lower(trim(of_settings))) || '($|[^\pL\pN])'
        )
    ), written);

create or replace temp macro named_band(written) as
    coalesce((
        select first(of_settings)
        from distance_band as known(of_settings)
        where plain_band(of_settings) = plain_band(written)
    ), written);

create or replace temp macro cells_of(clock, client, tier, issue_type, work_mode, band, priority, premium) as {
    'clock': clock, 'client': lower(trim(client)), 'tier': lower(trim(tier)), 'issue_type': lower(trim(issue_type)),
    'work_mode': lower(work_mode), 'distance_band': plain_band(band), 'priority': lower(priority), 'premium': premium
};
