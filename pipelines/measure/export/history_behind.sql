-- What is made goes into the file of the export, what is read is looked for there first, then in the history.
set search_path = 'work,history'
