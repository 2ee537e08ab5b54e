-- open_until(hours, second): open seconds of a calendar from the start of the range to this second of the day, F(t).
-- hours: the struct of calendar_day. Null hours (outside the range) give null.
-- An arm is taken only while an instant lies behind the piece before, so that days of one piece cost one comparison more.
create or replace temp macro open_until(hours, second) as case
    when second < hours.piece_1.opens then hours.opened_before
    when second < hours.piece_2.opens then hours.piece_1.base + least(second, hours.piece_1.closes)
    when second < hours.piece_3.opens then hours.piece_2.base + least(second, hours.piece_2.closes)
    when second < hours.piece_4.opens then hours.piece_3.base + least(second, hours.piece_3.closes)
    when second < hours.piece_5.opens then hours.piece_4.base + least(second, hours.piece_4.closes)
    when second < hours.piece_6.opens then hours.piece_5.base + least(second, hours.piece_5.closes)
    when second < hours.piece_7.opens then hours.piece_6.base + least(second, hours.piece_6.closes)
    when second < hours.piece_8.opens then hours.piece_7.base + least(second, hours.piece_7.closes)
    when second < hours.piece_9.opens then hours.piece_8.base + least(second, hours.piece_8.closes)
    else hours.piece_9.base + least(second, hours.piece_9.closes)
end;
