-- One row a ticket from $from to before $until of $tickets: what it is, when it came (UTC, a week after another) and how
-- many seconds it takes until it is resolved. Openings lie in 156 weeks; one in seven comes at night or on a Saturday.
create or replace temp table made_ticket as
with

placed as (
    select
        number, timestamp '2023-07-03' + to_days((7 * (number * 156 // $tickets))::int) as week,
        floor($clients * pow(drawn(number, 11), 1.6))::int as client_number, drawn(number, 12) as kind_share,
        drawn(number, 13) as day_share, drawn(number, 14) as hour_share, drawn(number, 15) as off_share,
        drawn(number, 16) + drawn(number, 17) + drawn(number, 18) + drawn(number, 19) - 2 as spread,
        drawn(number, 20) as urgent_share
    from range($from, $until) as numbers (number)
)

select
    placed.number, placed.client_number, kind.type, kind.sub_type, kind.summary, placed.number % 200 = 7 as merged,
    case
        when urgent_share < 0.03 then 'P1 - Critical' when urgent_share < 0.17 then 'P2 - High'
        when urgent_share < 0.75 then 'P3 - Normal' else 'P4 - Low'
    end as priority,
    if(drawn(placed.number, 21) < 0.22, 'On-site', 'Remote') as place,
    'Technician ' || (1 + floor(40 * drawn(placed.number, 22)))::int as technician,
    round(0.1 + 2 * drawn(placed.number, 23), 2) as hours,
    date_trunc('minute', week + to_seconds(if(
        off_share < 0.14, floor(518400 * day_share),
        86400 * floor(5 * day_share) + 27000 + floor(36000 * hour_share)
    )::bigint)) as opened_at,
    ceil(900 + exp(10 + 1.9 * spread + 2 * drawn(kind.place, 24)))::bigint as seconds
from placed
inner join made_kind as kind on placed.kind_share >= kind.from_share and placed.kind_share < kind.below_share
order by opened_at, placed.number
