-- The latest two moments that the file's records know of, the later one first.
select max(seen_at, 2) as latest from clean_row
