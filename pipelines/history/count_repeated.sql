-- How many tickets several rows of the load tell of, and how many have a number that is none.
select (select count(*) from repeated_ticket) + (select count(*) from unlike_ticket)
