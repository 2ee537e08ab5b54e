-- calendar_hours as one Parquet file. $to: the file.
copy (select * from calendar_hours) to $to (format parquet)
