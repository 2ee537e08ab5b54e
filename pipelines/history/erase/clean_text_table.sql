-- One row a text of the file that names somebody erased, and what is left of it; `cleaned` is what is left of any text.
create or replace temp table clean_text (text varchar, cleaned varchar);

create or replace temp macro cleaned(said) as
    coalesce((select clean_text.cleaned from clean_text where clean_text.text = said), said);
