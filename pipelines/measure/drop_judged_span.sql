-- Lets go of the clocks that were judged, once ticket_target stands: of long histories they fill the memory.
drop table judged_span
