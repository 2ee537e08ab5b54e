-- The latest two moments that records of record_fault know of, the later one first. $rejected: of those alone that were
-- not accepted.
select max(seen_at, 2) as latest from record_fault where not $rejected or problem is not null
