-- One row a record of $records: its own cells as one line of CSV.
-- $path, $mark, $names, $padded: the file (said_rows.sql).
select
    record_number,
    array_to_string(list_transform(cells, lambda cell: case
        when cell is null then ''
        when regexp_matches(cell, '[",\r\n]') then '"' || replace(cell, '"', '""') || '"'
        else cell
    end), ',') as raw
from rows_of($path, $mark, $names, $padded)
where list_contains($records, record_number)
