"""Whether the cells of a column can be what a field holds; an empty column can be anything."""

from pipelines.intake import fields
from pipelines.mapping.columns import MOST_VALUES, MOSTLY, Column

NEARLY_UNIQUE = 0.95
ROWS_THAT_TELL = 20
FEW_ENOUGH = 0.5
LONG = 60
YES_OR_NO = 3
DURATIONS = tuple(name for name in fields.NUMBERS if name.endswith("_minutes"))
# Read as what stands there, however it looks: a subject may be a date, a plan may be a number.
FREE = ("subject", "merged_into", "tier", "support_level")


def fits(field: str, column: Column) -> bool:
    """Whether nothing in the cells speaks against it."""
    if column.empty:
        return True
    if field in fields.INSTANTS:
        return column.dates >= MOSTLY
    if field in fields.NUMBERS:
        return max(column.numbers, column.durations if field in DURATIONS else 0) >= MOSTLY
    if field == "status":
        return column.dates < MOSTLY and _is_list(column)
    if field == "ticket_id":
        return column.dates < MOSTLY and column.durations < MOSTLY and not _is_a_few_words(column)
    return (field in FREE or column.dates < MOSTLY) and (field != "excluded" or column.distinct <= YES_OR_NO)


def supports(field: str, column: Column) -> bool:
    """Whether the cells speak for it, as a doubtful name needs."""
    return not column.empty and fits(field, column)


def repeats(column: Column) -> bool:
    """Whether a ticket number stands on several rows: then a row is less than a ticket."""
    return not column.empty and column.distinct_share < NEARLY_UNIQUE


def _is_list(column: Column) -> bool:
    """Values out of a list that a tool offers: few, short, repeated."""
    if column.cells < ROWS_THAT_TELL:
        return all(len(value) <= LONG for value in column.examples)
    return bool(column.values) and column.distinct <= min(MOST_VALUES, column.cells * FEW_ENOUGH)


def _is_a_few_words(column: Column) -> bool:
    """A list of a few values numbers nothing; the number of a ticket of a log repeats, but there are many."""
    return column.cells >= ROWS_THAT_TELL and column.distinct <= max(2, column.cells // 100)
