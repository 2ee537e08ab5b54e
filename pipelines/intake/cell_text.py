"""The cells of a workbook as text: one way to write each kind of value, the way that the gates read it."""

import math
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Any

BATCH = 1_000
# Beyond this a whole number is not exact any more, and its digits would be made up.
EXACT = float(1 << 53)
NO_DAY = "1899-12-30 "


def as_text(rows: Iterable[list[Any]]) -> Iterator[list[str]]:
    """Rows of values as rows of text, a thousand at a time and column by column."""
    source, dated = iter(rows), set[int]()
    while batch := list(islice(source, BATCH)):
        columns = [_column(number, values, dated) for number, values in enumerate(zip(*batch, strict=False))]
        yield from map(list, zip(*columns, strict=False)) if columns else ([] for _ in batch)


def _column(number: int, values: tuple[Any, ...], dated: set[int]) -> Iterable[str]:
    """One column of a batch; `dated` remembers the columns that hold instants, where midnight is written out."""
    kinds = set(map(type, values))
    if kinds == {str}:
        return values
    if kinds == {float} and all(map(float.is_integer, values)) and max(map(abs, values)) < EXACT:
        return map(str, map(int, values))
    if kinds == {bool}:
        return ["true" if value else "false" for value in values]
    if datetime in kinds:
        dated.add(number)
        if kinds == {datetime}:
            return map(str, values)
    ways = IN_DATED if number in dated else WAYS
    return [ways[type(value)](value) for value in values]


def _text_of_float(value: float) -> str:
    if value.is_integer() and abs(value) < EXACT:
        return str(int(value))
    return repr(value) if math.isfinite(value) else ""


def _text_of_duration(value: timedelta) -> str:
    seconds = round(value.total_seconds())
    minutes, second = divmod(abs(seconds), 60)
    hour, minute = divmod(minutes, 60)
    return f"{'-' * (seconds < 0)}{hour}:{minute:02d}:{second:02d}"


def _text_of_time(value: time) -> str:
    return f"{value.hour}:{value.minute:02d}:{value.second:02d}"


WAYS: dict[type, Callable[[Any], str]] = {
    str: str,
    float: _text_of_float,
    int: str,
    bool: lambda value: "true" if value else "false",
    datetime: str,
    date: str,
    time: _text_of_time,
    timedelta: _text_of_duration,
    type(None): lambda _: "",
}
IN_DATED = WAYS | {
    date: lambda value: f"{value} 00:00:00",
    time: lambda value: f"{NO_DAY}{value:%H:%M:%S}",
}
