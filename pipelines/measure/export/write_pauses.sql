-- pause_fact as Parquet, a folder a month of opening. $to: the folder.
copy (select * from pause_fact) to $to (format parquet, partition_by (opened_month), write_partition_columns true)
