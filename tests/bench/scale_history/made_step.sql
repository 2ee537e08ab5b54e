-- One row a step of every ticket: its status, and how much of the way from opening to resolution is behind it.
-- A ticket waits for the client once, and once for a vendor.
create or replace temp table made_step as
from (values
    (1, 'New', 0.0), (2, 'Assigned', 0.05), (3, 'In Progress', 0.1), (4, 'Waiting Client Response', 0.2),
    (5, 'In Progress', 0.5), (6, 'Waiting Vendor', 0.55), (7, 'In Progress', 0.7), (8, 'Scheduled', 0.8),
    (9, 'Resolved', 1.0), (10, '>Closed', 1.0)
) as step (position, status, share)
