-- The columns of pause_fact, without a row: a history without pauses has them too. $to: the file.
copy (select * from pause_fact limit 0) to $to (format parquet)
