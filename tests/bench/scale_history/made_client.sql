-- One row a client of $clients, numbered from 0: plan, calendar, one of two time zones, distance.
create or replace temp table made_client as
select
    number, 'Client ' || lpad(number::varchar, 4, '0') as client, 'Site of ' || number as site,
    ['Silver', 'Gold', 'Platinum'][1 + floor(3 * drawn(number, 1))::int] as tier,
    ['standard', 'extended', 'always'][1 + number % 3] as calendar,
    ['Europe/London', 'Europe/Berlin'][1 + (number // 3) % 2] as timezone,
    round(1 + 90 * drawn(number, 2), 1) as distance_km, 5 + floor(120 * drawn(number, 3))::int as users,
    200 + floor(4000 * drawn(number, 4))::int as monthly_fee,
    if(number % 5 = 0, date '2024-10-01' + number::int, null) as premium_since
from range($clients) as numbers (number)
