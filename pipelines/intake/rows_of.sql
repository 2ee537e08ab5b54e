-- rows_of: one row a record of a rectangular file: its number and its cells as text, in the file's order.
-- path, mark, names, padded: the file, its delimiter, its columns, and whether blanks stand around its cells.
create or replace temp macro rows_of(path, mark, names, padded) as table
select
    row_number() over () as record_number,
    case when padded then list_transform([*columns(*)], lambda cell: trim(cell)) else [*columns(*)] end as cells
from read_csv(path, header = true, all_varchar = true, delim = mark, quote = '"', escape = '"', nullstr = '',
    strict_mode = true, auto_detect = false, columns = names, max_line_size = 5000000);
