-- One row a record that is of somebody erased, or older than the owner keeps: nothing of its text is stored.
-- $older: the reason that the latter have.
select record_number from record_role where role = 'erased before' or reason = $older
