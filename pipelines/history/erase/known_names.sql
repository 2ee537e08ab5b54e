-- One row a client that the history knows, as it is written.
select client from accepted_ticket where client is not null
union
select client from accepted_client where client is not null
order by client
