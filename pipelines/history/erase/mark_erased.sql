-- Records of somebody erased have that role, whatever else they would be.
update record_role set role = 'erased before', reason = null
where record_number in (select record_number from erased_record)
