-- A bare parse: every column as text, into a table in memory; nothing is checked. $path: the file. $names: its columns.
create or replace temp table bare_parse as
select * from read_csv($path, header = true, all_varchar = true, delim = ',', quote = '"', escape = '"',
    auto_detect = false, columns = $names)
