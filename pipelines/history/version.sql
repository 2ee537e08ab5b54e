-- The version of the schema that this history has.
select version from schema_version
