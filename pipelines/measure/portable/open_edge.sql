-- One row a beginning or an end of a clock or of a pause: F, the open seconds of its calendar from the start of the range
-- to this second. direction: how it counts into the clock's business seconds. of_pause: 1 for the edges of a pause.
-- Plain SQL of any engine: whole numbers, inner joins, no function of one engine alone.
create view open_edge as
with edge as (
    select clock_id, calendar_id, read_day as day_number, read_second as second_of_day, 1 as direction, 0 as of_pause
    from clock_fact
    where measured
    union all
    select clock_id, calendar_id, start_day, start_second, -1, 0
    from clock_fact
    where measured
    union all
    select clock_id, calendar_id, resume_day, resume_second, -1, 1
    from pause_fact
    union all
    select clock_id, calendar_id, pause_day, pause_second, 1, 1
    from pause_fact
)
select
    edge.clock_id as clock_id,
    edge.direction as direction,
    edge.of_pause as of_pause,
    case
        when edge.second_of_day < day.opens_1 then day.opened_before
        when edge.second_of_day < day.closes_1 then day.base_1 + edge.second_of_day
        when edge.second_of_day < day.opens_2 then day.base_1 + day.closes_1
        when edge.second_of_day < day.closes_2 then day.base_2 + edge.second_of_day
        when edge.second_of_day < day.opens_3 then day.base_2 + day.closes_2
        when edge.second_of_day < day.closes_3 then day.base_3 + edge.second_of_day
        when edge.second_of_day < day.opens_4 then day.base_3 + day.closes_3
        when edge.second_of_day < day.closes_4 then day.base_4 + edge.second_of_day
        when edge.second_of_day < day.opens_5 then day.base_4 + day.closes_4
        when edge.second_of_day < day.closes_5 then day.base_5 + edge.second_of_day
        when edge.second_of_day < day.opens_6 then day.base_5 + day.closes_5
        when edge.second_of_day < day.closes_6 then day.base_6 + edge.second_of_day
        when edge.second_of_day < day.opens_7 then day.base_6 + day.closes_6
        when edge.second_of_day < day.closes_7 then day.base_7 + edge.second_of_day
        when edge.second_of_day < day.opens_8 then day.base_7 + day.closes_7
        when edge.second_of_day < day.closes_8 then day.base_8 + edge.second_of_day
        when edge.second_of_day < day.opens_9 then day.base_8 + day.closes_8
        when edge.second_of_day < day.closes_9 then day.base_9 + edge.second_of_day
        else day.base_9 + day.closes_9
    end as open_seconds
from edge
inner join calendar_day as day on day.calendar_id = edge.calendar_id and day.day_number = edge.day_number
