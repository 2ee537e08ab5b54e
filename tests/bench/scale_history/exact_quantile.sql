-- One row a client: exact quantiles of its resolutions.
select client, count(*), quantile_cont(business_seconds, [0.5, 0.9]) from ticket_clock where clock = 'resolution' group by client
