-- The day table as a plain matrix for rivals: day number of the epoch, open seconds before, then opens, closes, base a piece.
select
    calendar_id,
    day - date '1970-01-01' as epoch_day,
    hours.opened_before,
    unnest(hours.piece_1), unnest(hours.piece_2), unnest(hours.piece_3), unnest(hours.piece_4), unnest(hours.piece_5),
    unnest(hours.piece_6), unnest(hours.piece_7), unnest(hours.piece_8), unnest(hours.piece_9)
from calendar_day
where day_key > 0
order by day_key;
