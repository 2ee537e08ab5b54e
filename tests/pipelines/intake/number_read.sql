-- One cell: a text read as a number. $text.
select read_number($text)
