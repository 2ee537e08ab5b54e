-- One row a role and reason of the file's clean copy, with its records.
select role, reason, count(*) as n from record_role where role <> 'kept' group by role, reason order by role, reason
