-- One row: the instants that the calendars cover, as one struct that day_key() takes.
-- The range is whole UTC days; an instant before first_at, or at past_at and later, is outside every calendar.
-- $first_day, $last_day: the first and the last UTC day, both included.
create or replace table calendar_range as
select
    {
        'first_day': $first_day::date,
        'first_at': $first_day::date::timestamp,
        'past_at': ($last_day::date + 1)::timestamp,
        'days': ($last_day::date - $first_day::date + 1)::integer,
        'calendars': count(*)::integer
    } as covered
from calendar;
