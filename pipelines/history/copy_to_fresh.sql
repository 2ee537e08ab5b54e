-- Every row that is left into the fresh file; `history` is named for its file, history.duckdb.
copy from database history to fresh
