-- The client list, into the file $path.
copy (select * exclude (number) from made_client order by number) to $path (format csv, header)
