-- One row a text of the file that names somebody erased, and what is left of it.
create or replace temp table clean_text (text varchar, cleaned varchar)
