-- One cell: a postcode of the United States. $text.
select us_zip($text)
