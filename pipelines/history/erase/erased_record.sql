-- One row a record of the file that comes in which is of somebody erased: by the client's name, or by a ticket number that
-- was erased; with one row of a ticket go all of them. $salt: of this home. $source: the ticket tool.
-- $history: whether a row is a status change of a ticket that stands elsewhere.
create or replace temp table erased_record as
with

recognised as (
    select record_number, ticket_id
    from clean_row
    where digest_of($salt, 'client', plain_name(client)) in (select digest from tombstone where kind = 'client')
        or digest_of($salt, 'ticket', $source || '|' || ticket_id) in (select digest from tombstone where kind = 'ticket')
        or ($history and digest_of($salt, 'status', ticket_id) in (select digest from tombstone where kind = 'status'))
)

select record_number, ticket_id
from clean_row
where record_number in (select record_number from recognised)
    or ticket_id in (select ticket_id from recognised)
