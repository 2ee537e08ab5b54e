-- Our minutes differ from those of your ticket tool.
-- Good to know: tools count in their own way (see "Beside your tool's own numbers"). Where many tickets differ, compare
-- your calendars, the clients' time zones and the waiting statuses with those of the tool.
--
-- Reads vendor_minutes.sql, which says what agrees.
select source, ticket_id, clock, started_at, stopped_at, round(our_seconds / 60.0, 1) as our_minutes,
    round(vendor_seconds / 60.0, 1) as vendor_minutes, round((our_seconds - vendor_seconds) / 60.0, 1) as difference,
    vendor_counts, reopened
from vendor_minutes
where not agrees
order by abs(our_seconds - vendor_seconds) desc, source, ticket_id, clock
