-- Lets go of the changes as the loads tell them, once status_change stands: of long histories they fill the memory.
drop table told_status
