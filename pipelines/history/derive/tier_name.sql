-- One row a plan as any file writes it: the tier of the settings that it names, else its own text.
-- The same name wins; then the longest tier that stands in the text as whole words ("Managed Gold+ 2024": Gold+).
create or replace temp table tier_name as
with

texts as (
    select tier_at_opening as written from accepted_ticket
    union
    select tier from accepted_ticket
    union
    select tier from accepted_client
    union
    select tier from accepted_target
)

select texts.written, coalesce(tier_order.tier, texts.written) as tier
from texts
left join tier_order
    on regexp_matches(
        lower(texts.written), '(^|[^\pL\pN])' || regexp_escape(lower(trim(tier_order.tier))) || '($|[^\pL\pN])'
    )
where texts.written is not null
qualify row_number() over (
    partition by texts.written
    order by lower(trim(texts.written)) = lower(trim(tier_order.tier)) desc, length(tier_order.tier) desc, position
) = 1
