-- A company that works on Monday to Friday and has no holiday, as far as the check of volumes reads it.
create table calendar_rule as select 1 as calendar_id, unnest([1, 2, 3, 4, 5]) as weekday;

create table holiday (calendar_id integer, day date);
