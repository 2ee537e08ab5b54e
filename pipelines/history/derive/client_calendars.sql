-- One row a calendar and time zone that some client's agreement names.
select distinct calendar, timezone from client where calendar is not null or timezone is not null order by all
