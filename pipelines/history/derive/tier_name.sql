-- One row a plan as any file writes it: the tier of the settings that it names, else its own text.
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

select written, named_tier(written) as tier
from texts
where written is not null
