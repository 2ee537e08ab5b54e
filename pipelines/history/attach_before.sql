-- The facts of an older history, in today's shape, beside the build that takes them over. $path: their file.
attach $path as before (read_only)
