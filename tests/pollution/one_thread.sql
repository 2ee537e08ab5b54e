-- Files of some dozen rows are read fastest by one thread; the processors are shared among the files.
set threads = 1
