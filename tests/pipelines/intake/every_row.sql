-- Every record's cells.
select cells from rows_of($path, $mark, $names, $padded) order by record_number
