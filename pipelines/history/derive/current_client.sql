-- One row a client and site, however they are spelled: what the newest client list says. A site that no list names has
-- no row.
create or replace table client as
select
    accepted.client, accepted.site, accepted.tier, accepted.calendar, accepted.timezone, accepted.distance_km,
    accepted.users, accepted.monthly_fee, accepted.premium_since
from accepted_client as accepted
inner join load on load.load_id = accepted.load_id
qualify row_number() over (
    partition by lower(trim(accepted.client)), lower(trim(accepted.site))
    order by load.loaded_at desc, load.load_id desc, record_number desc
) = 1
