-- The moment of the latest export.
select max(as_of) from ticket
