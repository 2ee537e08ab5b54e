-- One row a client: plain count and average of its resolutions.
select client, count(*), avg(business_seconds) from ticket_clock where clock = 'resolution' group by client
