-- One row a calendar and UTC day covered: the open seconds before it (opened_before), and nine pieces of open time.
-- A piece opens and closes at a second of the day; while it is open, base + second = open seconds so far. A missing one
-- is empty, at 86400 (calendar_day.sql).
create table calendar_hours as
select
    calendar_id::bigint as calendar_id, (day - date '1970-01-01')::bigint as day_number,
    hours.opened_before::bigint as opened_before,
    hours.piece_1.opens::bigint as opens_1, hours.piece_1.closes::bigint as closes_1, hours.piece_1.base::bigint as base_1,
    hours.piece_2.opens::bigint as opens_2, hours.piece_2.closes::bigint as closes_2, hours.piece_2.base::bigint as base_2,
    hours.piece_3.opens::bigint as opens_3, hours.piece_3.closes::bigint as closes_3, hours.piece_3.base::bigint as base_3,
    hours.piece_4.opens::bigint as opens_4, hours.piece_4.closes::bigint as closes_4, hours.piece_4.base::bigint as base_4,
    hours.piece_5.opens::bigint as opens_5, hours.piece_5.closes::bigint as closes_5, hours.piece_5.base::bigint as base_5,
    hours.piece_6.opens::bigint as opens_6, hours.piece_6.closes::bigint as closes_6, hours.piece_6.base::bigint as base_6,
    hours.piece_7.opens::bigint as opens_7, hours.piece_7.closes::bigint as closes_7, hours.piece_7.base::bigint as base_7,
    hours.piece_8.opens::bigint as opens_8, hours.piece_8.closes::bigint as closes_8, hours.piece_8.base::bigint as base_8,
    hours.piece_9.opens::bigint as opens_9, hours.piece_9.closes::bigint as closes_9, hours.piece_9.base::bigint as base_9
from history.calendar_day
where day_key <> 0
order by calendar_id, day_number
