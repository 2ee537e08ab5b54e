-- What the clock reads, empty: the one declaration of its inputs.
-- clock_span: one row a clock of a ticket; read_at is its stop or, while it runs, the moment of reading.
-- span_pause: one row a pause as it was found: it may overlap others, reach outside its span, be empty or reversed.
-- clock_due: one row a clock whose due time is asked for.
create or replace table clock_span (span_id bigint, calendar_id integer, started_at timestamp, read_at timestamp);

create or replace table span_pause (span_id bigint, paused_at timestamp, resumed_at timestamp);

create or replace table clock_due (span_id bigint, calendar_id integer, started_at timestamp, target_seconds bigint);
