-- One row a line of targets as it was given, and not saved; an empty cell holds for any. Filled by lines.py.
create or replace temp table written_line (
    line_number integer, clock varchar, client varchar, tier varchar, issue_type varchar, work_mode varchar,
    distance_band varchar, priority varchar, premium boolean, amount double, unit varchar
)
