-- One row: the version of the schema that this history has. $version: its number.
create or replace table schema_version as select $version::integer as version
