-- One cell: a text read as a duration. $text, $unit.
select read_minutes($text, $unit)
