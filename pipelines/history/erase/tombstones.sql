-- One row: how many tombstones there are, and of how many words the longest name in texts is.
select count(*) as tombstones, coalesce(max(words) filter (kind = 'name'), 0) as most_words from tombstone
