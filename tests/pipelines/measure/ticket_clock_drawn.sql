-- An empty measured table for drawn rows: only the columns that answers read.
create table ticket_clock (
    source varchar, ticket_id varchar, clock varchar, started_at timestamp, stopped_at timestamp, still_open boolean,
    business_seconds bigint, target_seconds bigint, state varchar, client varchar, issue_kind varchar, issue_type varchar,
    tier varchar, premium boolean, technician varchar, work_mode varchar, distance_band varchar, opened_day date, stopped_day date, as_of_day date
);
