-- clock_fact as it stands in the files of an export. $files: their paths.
create table clock_fact as from read_parquet($files, hive_partitioning = false)
