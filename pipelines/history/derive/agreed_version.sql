-- One row a line of the register of agreements: a client under the name by which it is shown, and a version of targets.
-- in_force_from: a day of the company's time zone; where the register says none, that of signing, but not before the version
-- starts. in_force_at, in_force_until: the instants between which it judges the client's tickets, until the next that it
-- signed; null where it was not signed, and then it never does. Of two from one day the one signed later holds.
-- starts_at: the version's first moment; null where the history has no such version, and then nothing is judged by it.
-- $timezone: the company's.
create or replace table agreed_version as
with

names as (
    select distinct same_name(written) as name, client from client_name
),

starts as (
    select target_version, max(valid_from) as starts_at from target group by target_version
),

placed as (
    select
        coalesce(names.client, register.client) as client, names.client is not null as client_known,
        strftime(register.target_version, '%Y-%m-%d') as target_version, sent_on, signed_on, starts_at,
        if(signed_on is null, null, coalesce(in_force_from, greatest(signed_on, register.target_version))) as in_force_from
    from written_agreement as register
    left join names on names.name = same_name(register.client)
    left join starts on starts.target_version = strftime(register.target_version, '%Y-%m-%d')
),

dated as (
    select *, timezone($timezone, cast(in_force_from as timestamp)) at time zone 'UTC' as in_force_at from placed
)

select
    *,
    lead(in_force_at) over (
        partition by lower(trim(client)), in_force_at is null order by in_force_at, signed_on, target_version
    ) as in_force_until
from dated
