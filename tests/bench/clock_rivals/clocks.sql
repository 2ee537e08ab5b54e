-- The clocks as they lie in the table, which is in the order of their ids.
from clock_span;
