-- one_style, for a file with decimal commas: in a column where commas stand for decimals (rules.commas) 1.234 is a
-- thousand and some; where points do so as well (rules.both) nobody can tell.
create or replace temp macro one_style(text, field, rules) as
    case
        when not regexp_full_match(text, '[-+]?\d{1,3}([.]\d{3})+') then text
        when list_contains((rules).commas, field) then replace(text, '.', '')
        when list_contains((rules).both, field) then null
        else text
    end;
