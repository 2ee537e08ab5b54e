-- The open windows of the only calendar.
select opens_at, closes_at from open_window order by opens_at;
