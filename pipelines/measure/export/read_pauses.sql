-- pause_fact as it stands in the files of an export. $files: a pattern that names them.
create table pause_fact as from read_parquet($files, hive_partitioning = false)
