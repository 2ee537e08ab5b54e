-- A history to read from, behind an empty database of our own: what is made goes into ours. $path: its file.
attach $path as history (read_only);
