-- One row a pair of lines that say something of the same tickets.
select first.line_number, second.line_number
from draft_line as first
inner join draft_line as second
    on first.line_number < second.line_number
    and cells_of(
        first.clock, first.client, first.tier, first.issue_type, first.work_mode, first.distance_band, first.priority,
        first.premium
    ) is not distinct from cells_of(
        second.clock, second.client, second.tier, second.issue_type, second.work_mode, second.distance_band,
        second.priority, second.premium
    )
order by all
