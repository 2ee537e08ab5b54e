-- Whether any line of the target versions in force names a priority.
select count(*) > 0 from target where priority is not null and valid_to is null
