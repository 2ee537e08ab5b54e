-- Whether this history says a version: those from before versions were counted have no such table.
select count(*) > 0 from duckdb_tables() where database_name = current_database() and table_name = 'schema_version'
