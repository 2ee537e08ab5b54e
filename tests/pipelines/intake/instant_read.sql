-- One cell: a text read as an instant. $text, $formats, $zone.
select cast(read_instant($text, $formats, $zone) as varchar)
