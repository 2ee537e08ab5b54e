-- How a clock stands against a target; each clock is in exactly one state. Open tickets over their target are breached.
create or replace temp macro clock_state(end_unknown, still_open, business_seconds, target_seconds) as
    case
        when end_unknown or business_seconds is null then 'end_unknown'
        when target_seconds is null then 'no_target'
        when business_seconds > target_seconds then 'breached'
        when still_open then 'open_inside'
        else 'met'
    end
