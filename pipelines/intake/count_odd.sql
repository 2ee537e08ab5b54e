-- How many records get a second look.
select count(*) from odd_record
