-- One row a line that may judge: the lines of the history. $at: only those in force at this moment; null for all.
create or replace temp table judging_line as
select *
from target
where $at::timestamp is null or ($at >= valid_from and (valid_to is null or $at < valid_to))
