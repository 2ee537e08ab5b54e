-- One row a version of targets, oldest first.
select distinct target_version from target order by target_version
