-- What a column, and what a subject, says of where work was done.
select written_work_mode($text), on_site_words($text)
