-- One cell: what a source says of its own target. $text, $yes, $no.
select read_met($text, $yes, $no)
