-- open_until(hours, second): open seconds of a calendar from the start of the range to this second of the day, F(t).
-- hours: the struct of calendar_day. Null hours (outside the range) give null.
-- Two arms a piece, inside it and behind it: an arm is reached only by the instants that no arm before has taken, and a
-- comparison costs a third of least().
create or replace temp macro open_until(hours, second) as case
    when second < hours.piece_1.opens then hours.opened_before
    when second < hours.piece_1.closes then hours.piece_1.base + second
    when second < hours.piece_2.opens then hours.piece_1.base + hours.piece_1.closes
    when second < hours.piece_2.closes then hours.piece_2.base + second
    when second < hours.piece_3.opens then hours.piece_2.base + hours.piece_2.closes
    when second < hours.piece_3.closes then hours.piece_3.base + second
    when second < hours.piece_4.opens then hours.piece_3.base + hours.piece_3.closes
    when second < hours.piece_4.closes then hours.piece_4.base + second
    when second < hours.piece_5.opens then hours.piece_4.base + hours.piece_4.closes
    when second < hours.piece_5.closes then hours.piece_5.base + second
    when second < hours.piece_6.opens then hours.piece_5.base + hours.piece_5.closes
    when second < hours.piece_6.closes then hours.piece_6.base + second
    when second < hours.piece_7.opens then hours.piece_6.base + hours.piece_6.closes
    when second < hours.piece_7.closes then hours.piece_7.base + second
    when second < hours.piece_8.opens then hours.piece_7.base + hours.piece_7.closes
    when second < hours.piece_8.closes then hours.piece_8.base + second
    when second < hours.piece_9.opens then hours.piece_8.base + hours.piece_8.closes
    when second < hours.piece_9.closes then hours.piece_9.base + second
    else hours.piece_9.base + hours.piece_9.closes
end;
