-- due_at in the order of its spans.
from due_at order by span_id;
