-- calendar_day as it stands in the files of an export. $files: their paths.
create table calendar_day as from read_parquet($files, hive_partitioning = false)
