-- in_seconds: an amount in business seconds; "1 business day" is the open time of the usual day of a calendar.
-- clock_state: how a clock stands against a target; each is in exactly one state. Open tickets over it are breached.
create or replace temp macro in_seconds(amount, unit, business_day_seconds) as
    cast(amount * case unit
        when 'business_minutes' then 60
        when 'business_hours' then 3600
        else business_day_seconds
    end as bigint);

create or replace temp macro clock_state(end_unknown, still_open, business_seconds, target_seconds) as
    case
        when end_unknown or business_seconds is null then 'end_unknown'
        when target_seconds is null then 'no_target'
        when business_seconds > target_seconds then 'breached'
        when still_open then 'open_inside'
        else 'met'
    end;
