-- One row a record of $records: its own cells as one line of CSV.
select
    record_number,
    array_to_string(list_transform(cells, lambda cell: case
        when cell is null then ''
        when regexp_matches(cell, '[",\r\n]') then '"' || replace(cell, '"', '""') || '"'
        else cell
    end), ',') as raw
from odd_cells
where list_contains($records, record_number)
