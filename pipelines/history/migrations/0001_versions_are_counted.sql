-- Histories from before versions were counted get the columns and tables that came meanwhile.
-- No row that was accepted goes, and no cell of it but one: content_hash, which nothing has read for long.
alter table load add column if not exists header varchar[];
alter table accepted_ticket drop column if exists content_hash;
alter table accepted_ticket add column if not exists changes_hash varchar;
alter table accepted_ticket add column if not exists faulty boolean;
alter table accepted_ticket add column if not exists issue_type_at_opening varchar;
alter table accepted_ticket add column if not exists sub_type_at_opening varchar;
alter table accepted_ticket add column if not exists latitude double;
alter table accepted_ticket add column if not exists longitude double;
alter table accepted_ticket add column if not exists postcode varchar;
alter table accepted_ticket add column if not exists drive_minutes double;
alter table accepted_ticket add column if not exists mileage_km double;
alter table accepted_ticket add column if not exists first_response_business_minutes double;
alter table accepted_ticket add column if not exists resolution_business_minutes double;
alter table accepted_client add column if not exists latitude double;
alter table accepted_client add column if not exists longitude double;
alter table accepted_client add column if not exists postcode varchar;
alter table accepted_client add column if not exists drive_minutes double;

-- A row with a cell that was emptied stands among the problems, with the name of its field.
update accepted_ticket
set faulty = (load_id, record_number) in (select (load_id, record_number) from row_problem where field is not null)
where faulty is null;

create table if not exists saved_version (load_id integer, note varchar);
create table if not exists client_alias (alias varchar, client varchar);
create table if not exists undone_load (
    load_id integer, source varchar, preset varchar, kind varchar, file_name varchar, file_sha256 varchar,
    records bigint, as_of timestamp, timezone varchar, is_sample boolean, loaded_at timestamp, notes varchar[],
    header varchar[], undone_at timestamp
);
create table if not exists tombstone (kind varchar, digest varchar, words integer);
