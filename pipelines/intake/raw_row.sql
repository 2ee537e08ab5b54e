-- One row a record that has the header's width: every cell as text under our names, null where the file says nothing.
-- $path: the clean copy, written by staging.py, quoted throughout.
create or replace temp table raw_row as
select
    * exclude (record_number, line_number),
    cast(record_number as bigint) as record_number,
    cast(line_number as bigint) as line_number
from read_csv($path, header = true, all_varchar = true, delim = ',', quote = '"', escape = '"',
    nullstr = '', strict_mode = true, auto_detect = false, columns = $columns, max_line_size = 80000000)
