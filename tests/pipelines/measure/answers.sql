-- business_seconds in the order of its spans.
from business_seconds order by span_id;
