-- How many tickets the history holds, excluded ones among them.
select count(*) from ticket
