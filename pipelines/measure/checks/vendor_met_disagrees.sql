-- Your ticket tool says met where we say late, or the other way round.
-- Good to know: tools judge by their own targets, in their own hours. Where many tickets differ, compare your target list
-- with the tool's agreements.
--
-- Reads vendor_verdict.sql, which says what is compared.
select source, ticket_id, started_at, stopped_at, vendor_met as told, state as ours, business_seconds, target_seconds
from vendor_verdict
where not agrees
order by started_at, source, ticket_id
