-- One row a tombstone.
select distinct kind, digest, words from tombstone order by all
