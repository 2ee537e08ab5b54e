-- The lines of a target list; a line that the history has already is not taken twice. $load_id: the load.
insert into accepted_target by name
with

lines_in_file as (
    select
        record_number,
        md5(concat_ws('|', valid_from, clock, client, tier, issue_type, work_mode, distance_band, priority, premium, amount, unit)) as content_hash,
        valid_from, clock, client, tier, issue_type, work_mode, distance_band, priority,
        read_yes(premium) as premium,
        amount, unit
    from clean_row
    inner join record_role using (record_number)
    where role = 'kept'
)

select $load_id as load_id, *
from lines_in_file
