-- client_number as one Parquet file. $to: the file.
copy (select * from client_number) to $to (format parquet)
