-- What calendars.py fills before the windows are built; three tables, empty.
-- calendar: one row a calendar placed in a client's time zone; ids count from 1.
-- calendar_rule: one row a weekly window in local wall time, weekday 1 = Monday .. 7; a close past 86400 is the next day.
-- holiday: one row a local day on which no window of the calendar opens.
create or replace table calendar (
    calendar_id integer not null,
    name varchar not null,
    title varchar not null,
    timezone varchar not null,
    business_day_seconds integer not null
);

create or replace table calendar_rule (
    calendar_id integer not null,
    weekday integer not null,
    opens_second integer not null,
    closes_second integer not null
);

create or replace table holiday (
    calendar_id integer not null,
    day date not null,
    name varchar
);
