-- clock_fact as Parquet, a folder a month of opening. $to: the folder.
copy (select * from clock_fact) to $to (format parquet, partition_by (opened_month), write_partition_columns true)
