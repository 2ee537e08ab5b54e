-- How many rows of a file are its header once more. $header: its titles. $path, $mark, $names, $padded: the file.
select count(*) from rows_of($path, $mark, $names, $padded) where cells = $header
