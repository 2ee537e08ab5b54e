-- A second, empty database file beside the one of the build. $path: where.
attach $path as fresh
