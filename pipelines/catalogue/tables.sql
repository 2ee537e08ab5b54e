-- What the catalogue makes of the tickets; filled by placing.py.
-- category: one row a category and sub-type that occurs. `category` is the text that decides; line and kind are null on
-- no line; own_name is the name that it keeps then, null where it says nothing.
-- ticket_label: the issue types that the owner accepted for single tickets.
create or replace table category (
    issue_type varchar, sub_type varchar, category varchar, line varchar, kind varchar, own_name varchar
);
create or replace table ticket_label (source varchar, ticket_id varchar, issue_type varchar, issue_kind varchar);
