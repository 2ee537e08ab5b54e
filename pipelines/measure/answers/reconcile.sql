-- One row a source, clock and kind of number that the ticket tool tells as well: how often ours agrees with it.
-- compared: 'minutes' (vendor_minutes.sql) or 'met or late' (vendor_verdict.sql); n: tickets for which both are told.
-- median_difference_seconds: ours less the vendor's, null where no minutes are compared.
select
    source, clock, 'minutes' as compared, any_value(vendor_counts) as vendor_counts, count(*) as n,
    count(*) filter (agrees) as agreeing, median(our_seconds - vendor_seconds) as median_difference_seconds
from vendor_minutes
group by source, clock
union all
select source, 'resolution', 'met or late', null, count(*), count(*) filter (agrees), null
from vendor_verdict
group by source
order by source, clock, compared desc
