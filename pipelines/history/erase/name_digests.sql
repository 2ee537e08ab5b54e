-- One row a name that is known inside texts.
select digest from tombstone where kind = 'name'
