-- day_key(covered, calendar_id, instant): the integer under which calendar_day holds the hours of an instant's UTC day.
-- 0 for an instant outside the range covered, for an unknown calendar and for null; never the key of another calendar.
create or replace temp macro day_key(covered, calendar_id, instant) as case
    when calendar_id between 1 and covered.calendars and instant >= covered.first_at and instant < covered.past_at
        then ((calendar_id - 1) * covered.days + (instant::date - covered.first_day) + 1)::integer
    else 0
end;
