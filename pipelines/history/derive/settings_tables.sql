-- The owner's choices as rows, so that statements can join them; filled by derive.py.
-- list_column: the fields for which a client list has a column; no row where that is not known any more.
-- written_agreement: the register of agreements, line by line.
-- written_matrix: priority by impact and urgency, as the settings write the words.
-- placed_calendar: zone_known says whether the client list's time zone is one; the company's is taken where it is not.
create or replace table tier_order (tier varchar, position integer);
create or replace table written_matrix (impact varchar, urgency varchar, priority varchar);
create or replace table distance_band (distance_band varchar, from_km double, below_km double, position integer);
create or replace table status_meaning (source varchar, status varchar, state varchar, answers boolean);
create or replace table placed_calendar (calendar_id integer, calendar varchar, timezone varchar, zone_known boolean);
create or replace table office (office varchar, latitude double, longitude double);
create or replace table written_agreement (
    client varchar, target_version date, sent_on date, signed_on date, in_force_from date
);
create or replace table list_column (load_id integer, fields varchar[]);
