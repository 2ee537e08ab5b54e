-- One row an outcome: what the lines of this target list do to the history, with their number.
with

lines_in_file as (
    select md5(concat_ws('|', valid_from, clock, client, tier, issue_type, work_mode, distance_band, priority, premium, amount, unit)) as content_hash
    from clean_row
    inner join record_role using (record_number)
    where role = 'kept'
)

select if(content_hash in (select content_hash from accepted_target), 'unchanged', 'new') as outcome, count(*) as n
from lines_in_file
group by outcome
