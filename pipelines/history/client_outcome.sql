-- One row an outcome: what the rows of this client list do to the history, with their number.
with

rows_in_file as (
    select record_number, client, site, md5(concat_ws('|', client, site, tier, calendar, timezone, distance_km, latitude, longitude, postcode, drive_minutes, users, monthly_fee, premium_since)) as content_hash
    from clean_row
    inner join record_role using (record_number)
    where role = 'kept'
),

judged as (
    select case
        when bool_or(known.content_hash = file.content_hash) then 'unchanged'
        when count(known.client) > 0 then 'updated'
        else 'new'
    end as outcome
    from rows_in_file as file
    left join accepted_client as known
        on known.client = file.client and known.site is not distinct from file.site
    group by file.record_number
)

select outcome, count(*) as n from judged group by outcome
