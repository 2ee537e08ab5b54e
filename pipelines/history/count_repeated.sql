-- How many tickets several rows of the load tell of.
select count(*) from repeated_ticket
