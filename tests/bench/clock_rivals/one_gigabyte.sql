-- The memory that the pauses may use.
set memory_limit = '1GB';
