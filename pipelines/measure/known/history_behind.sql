-- What is made goes into the empty database, what is read is looked for there first, then in the history.
set search_path = 'memory,history'
