-- The facts of a history: what was accepted, load by load. Everything else is derived from these tables and can be
-- made again. No primary-key index: it costs more than it guards (rows are deduplicated before they come in).
-- Histories that are there already are brought into this shape by migrations/: a change here comes with one.

-- One row a load; the ledger. load_id counts up and is never used twice.
create table if not exists load (
    load_id integer, source varchar, preset varchar, kind varchar, file_name varchar, file_sha256 varchar,
    answers varchar, records bigint, as_of timestamp, timezone varchar, end_from_status boolean,
    is_sample boolean, loaded_at timestamp, notes varchar[], header varchar[]
);

-- What became of the records of a load: the counts of a load sum to its records. Field problems have outcome null.
create table if not exists load_outcome (load_id integer, outcome varchar, reason varchar, records bigint);

-- Records that were not accepted, with their own text, and fields that were emptied (outcome null), with their value.
create table if not exists row_problem (
    load_id integer, record_number bigint, line_number bigint, field varchar, reason varchar, value varchar, raw varchar
);

-- One row a ticket and load, as the source states it; instants are UTC, minutes are what the source counted.
-- changes_hash: of the ticket's steps, where a log tells them. faulty: some cell could not be as it was written.
create table if not exists accepted_ticket (
    load_id integer, record_number bigint, source varchar, ticket_id varchar, changes_hash varchar, faulty boolean,
    client varchar, site varchar, issue_kind varchar, issue_type varchar, sub_type varchar,
    issue_type_at_opening varchar, sub_type_at_opening varchar, tier varchar,
    tier_at_opening varchar, priority varchar, priority_at_opening varchar, impact varchar, urgency varchar,
    status varchar, work_mode varchar, distance_km double, latitude double, longitude double, postcode varchar,
    drive_minutes double, mileage_km double, technician varchar, support_level varchar,
    hands_on_minutes double, travel_minutes double, paused_minutes double, reopen_count double,
    first_response_business_minutes double, resolution_business_minutes double,
    opened_at timestamp, first_response_at timestamp, resolved_at timestamp, closed_at timestamp,
    reopened_at timestamp, updated_at timestamp, first_response_due_at timestamp, resolution_due_at timestamp,
    vendor_met varchar, vendor_response_minutes double, vendor_resolution_minutes double,
    subject varchar, channel varchar, merged_into varchar, excluded boolean,
    first_response_damaged boolean, resolved_damaged boolean, in_repeated_hour boolean
);

-- One row a status change and load.
create table if not exists accepted_status (
    load_id integer, record_number bigint, source varchar, ticket_id varchar, status varchar, changed_at timestamp,
    technician varchar
);

-- One row a client and site and load.
create table if not exists accepted_client (
    load_id integer, record_number bigint, content_hash varchar, client varchar, site varchar, tier varchar,
    calendar varchar, timezone varchar, distance_km double, latitude double, longitude double, postcode varchar,
    drive_minutes double, users double, monthly_fee double, premium_since timestamp
);

-- One row a target line and load; a null column holds for any value.
create table if not exists accepted_target (
    load_id integer, record_number bigint, content_hash varchar, valid_from timestamp, clock varchar, client varchar,
    tier varchar, issue_type varchar, work_mode varchar, distance_band varchar, priority varchar, premium boolean,
    amount double, unit varchar
);

-- One row a load that is a version of targets, saved as a whole, and what the owner said of it.
create table if not exists saved_version (load_id integer, note varchar);

-- One row another name of a client, as an owner joined them.
create table if not exists client_alias (alias varchar, client varchar);

-- One row a load that was taken back: what the ledger keeps of it, and when.
create table if not exists undone_load (
    load_id integer, source varchar, preset varchar, kind varchar, file_name varchar, file_sha256 varchar,
    records bigint, as_of timestamp, timezone varchar, is_sample boolean, loaded_at timestamp, notes varchar[],
    header varchar[], undone_at timestamp
);

-- What was erased, so that a later file does not bring it back: salted hashes of names and ticket numbers (kind client,
-- name, ticket, status); words: of how many words a name is made.
create table if not exists tombstone (kind varchar, digest varchar, words integer);
