-- How the erased names look inside a text; a variable, so that it is compiled once. $pattern: a regular expression.
set variable erased_pattern = $pattern
