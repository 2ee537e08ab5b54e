-- The client's lines in client lists. $names: its names, plain.
delete from accepted_client where list_contains($names, plain_name(client))
