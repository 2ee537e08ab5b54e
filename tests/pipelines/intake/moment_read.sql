-- One cell: a text read by the kind of its column. $text, $kind, $formats, $zone.
select cast(read_moment($text, $kind, $formats, $zone) as varchar)
