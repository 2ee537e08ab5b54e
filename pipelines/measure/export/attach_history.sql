-- The history that is exported, behind the file in which the export is made up. $path: its file.
attach $path as history (read_only)
