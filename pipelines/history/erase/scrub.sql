-- The name is taken out of every text of what is left, whatever column it stands in; numbers and instants pass through
-- text unchanged. Afterwards every file is unknown, so that one that comes again is read again.
create or replace temp table touched as
from accepted_ticket as whole where regexp_matches(cast(whole as varchar), getvariable('erased_pattern'));
delete from accepted_ticket as whole where regexp_matches(cast(whole as varchar), getvariable('erased_pattern'));
insert into accepted_ticket select scrubbed(cast(columns(*) as varchar)) from touched;

create or replace temp table touched as
from accepted_status as whole where regexp_matches(cast(whole as varchar), getvariable('erased_pattern'));
delete from accepted_status as whole where regexp_matches(cast(whole as varchar), getvariable('erased_pattern'));
insert into accepted_status select scrubbed(cast(columns(*) as varchar)) from touched;

create or replace temp table touched as
from accepted_client as whole where regexp_matches(cast(whole as varchar), getvariable('erased_pattern'));
delete from accepted_client as whole where regexp_matches(cast(whole as varchar), getvariable('erased_pattern'));
insert into accepted_client select scrubbed(cast(columns(*) as varchar)) from touched;

create or replace temp table touched as
from accepted_target as whole where regexp_matches(cast(whole as varchar), getvariable('erased_pattern'));
delete from accepted_target as whole where regexp_matches(cast(whole as varchar), getvariable('erased_pattern'));
insert into accepted_target select scrubbed(cast(columns(*) as varchar)) from touched;

create or replace temp table touched as
from saved_version as whole where regexp_matches(cast(whole as varchar), getvariable('erased_pattern'));
delete from saved_version as whole where regexp_matches(cast(whole as varchar), getvariable('erased_pattern'));
insert into saved_version select scrubbed(cast(columns(*) as varchar)) from touched;

create or replace temp table touched as
from load_outcome as whole where regexp_matches(cast(whole as varchar), getvariable('erased_pattern'));
delete from load_outcome as whole where regexp_matches(cast(whole as varchar), getvariable('erased_pattern'));
insert into load_outcome select scrubbed(cast(columns(*) as varchar)) from touched;

create or replace temp table touched as
from undone_load as whole where regexp_matches(cast(whole as varchar), getvariable('erased_pattern'));
delete from undone_load as whole where regexp_matches(cast(whole as varchar), getvariable('erased_pattern'));
insert into undone_load select scrubbed(cast(columns(*) as varchar)) from touched;

create or replace temp table touched as
from load as whole where regexp_matches(cast(whole as varchar), getvariable('erased_pattern'));
delete from load as whole where regexp_matches(cast(whole as varchar), getvariable('erased_pattern'));
insert into load select scrubbed(cast(columns(*) as varchar)) from touched;

create or replace temp table touched as
from row_problem as whole where regexp_matches(cast(whole as varchar), getvariable('erased_pattern'));
delete from row_problem as whole where regexp_matches(cast(whole as varchar), getvariable('erased_pattern'));
insert into row_problem select scrubbed(cast(columns(*) as varchar)) from touched;

create or replace temp table touched as
from client_alias as whole where regexp_matches(cast(whole as varchar), getvariable('erased_pattern'));
delete from client_alias as whole where regexp_matches(cast(whole as varchar), getvariable('erased_pattern'));
insert into client_alias select scrubbed(cast(columns(*) as varchar)) from touched;

drop table touched;
