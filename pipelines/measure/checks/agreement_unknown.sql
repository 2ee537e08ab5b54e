-- Agreements for a client or a version of targets that the history does not know.
-- Look at it: they judge nothing, and tickets under an unknown version have no target. Mend the line in agreements.csv, or
-- load the version's target list.

select client, target_version as version, client_known, starts_at is not null as version_known, signed_on, in_force_from
from agreed_version
where not client_known or starts_at is null
order by client, target_version
