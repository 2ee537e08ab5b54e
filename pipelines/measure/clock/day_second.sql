-- day_second(instant): whole seconds since midnight UTC; a part of a second is dropped.
create or replace temp macro day_second(instant) as
    (epoch_us(instant) // 1000000 - 86400 * (instant::date - date '1970-01-01'))::integer;
