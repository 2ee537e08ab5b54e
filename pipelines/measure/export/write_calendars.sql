-- history.calendar as one Parquet file. $to: the file.
copy (select * from history.calendar) to $to (format parquet)
