-- The client's own targets. $names: its names, plain.
delete from accepted_target where list_contains($names, plain_name(client))
