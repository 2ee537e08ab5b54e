-- Weeks with under half, or over twice, the usual number of tickets.
-- Look at it: far fewer may be a gap in the exports, far more a migration, an alert storm or a big outage. Load what is
-- missing; a week that is right as it is needs nothing.
--
-- Usual: the median of the eight weeks before, a working day (the company's calendar, holidays out) of the same source;
-- so a week of Christmas is not expected to bring five days of tickets. The first week of a source is left out, since
-- the export may begin in it, and the last one until its Friday.
-- Beyond luck: counts vary as Poisson counts do, times what the source's own weeks vary more than that from one to the
-- next (`spread`: the median of the squared steps, which a few odd weeks do not move; 0.4549 is what it is for Poisson
-- counts). On the scale of square roots that variation is the same for any number of tickets: 4 standard deviations.
with

opened as (
    select source, cast(date_trunc('week', opened_day) as date) as week, opened_day, as_of_day
    from ticket_clock
    where clock = 'resolution'
),

weeks as (
    select source, unnest(generate_series(min(week) + 7, max(as_of_day) - 4, interval 7 day))::date as week
    from opened
    group by source
),

working_days as (
    select cast(date_trunc('week', day) as date) as week, count(*) as days
    from (select unnest(generate_series((select min(week) from weeks), (select max(week) + 6 from weeks), interval 1 day))::date as day)
    where isodow(day) in (select weekday from calendar_rule where calendar_id = 1)
        and day not in (select day from holiday where calendar_id = 1)
    group by all
),

counted as (
    select weeks.source, weeks.week, working_days.days, count(opened.week) as tickets,
        tickets / days as daily
    from weeks
    inner join working_days on working_days.week = weeks.week
    left join opened on opened.source = weeks.source and opened.week = weeks.week
    group by weeks.source, weeks.week, working_days.days
),

expected as (
    select *,
        days * median(daily) over (in_order rows between 8 preceding and 1 preceding) as usual,
        power(daily - lag(daily) over in_order, 2) / (1 / days + 1 / lag(days) over in_order)
            * (days + lag(days) over in_order) / nullif(tickets + lag(tickets) over in_order, 0) as step,
        row_number() over in_order as position
    from counted
    window in_order as (partition by source order by week)
),

spreads as (
    select source, greatest(1, median(step) / 0.4549) as spread from expected group by source
)

select expected.source, week, days as working_days, tickets, round(usual)::integer as usual,
    if(tickets < usual, 'far fewer', 'far more') as what
from expected
inner join spreads on spreads.source = expected.source
where position > 8 and (tickets < usual / 2 or tickets > usual * 2)
    and 2 * abs(sqrt(tickets + 0.375) - sqrt(usual + 0.375)) > 4 * sqrt(spread)
order by week desc, expected.source
