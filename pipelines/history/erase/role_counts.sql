-- One row a role and reason of the records of a file, with their number; what is kept is judged by the history.
select role, reason, count(*) as n from record_role where role <> 'kept' group by role, reason order by role, reason
