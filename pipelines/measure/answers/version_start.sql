-- The moment at which a version has started whole. $version: its first day.
select max(valid_from) from target where target_version = $version
