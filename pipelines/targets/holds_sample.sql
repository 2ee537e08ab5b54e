-- Whether the history holds the made-up firm: what is saved beside it goes with it.
select coalesce(bool_or(is_sample), false) from load
