"""Day first or month first: decided from a whole column, never row by row; asked where no value decides."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from pipelines.errors import NeedsAnswer

NUMERIC = re.compile(r"9([/.-])9\1([Y9])(.*)")
WORDED = re.compile(r"9([/ -])Mon\1([Y9])(.*)")
WORD_FIRST = re.compile(r"Mon 9, Y(.*)")
TIMES = {
    "": "",
    " 9:9": " %H:%M",
    " 9:9:9": " %H:%M:%S",
    " 9:9:9.9": " %H:%M:%S.%f",
    " 9:9 PM": " %I:%M %p",
    " 9:9:9 PM": " %I:%M:%S %p",
}
YEARS = {"Y": "%Y", "9": "%y"}
FEW = 2
NOTHING_FITS = "%Y-%m-%d"


@dataclass(frozen=True)
class DateForm:
    """A shape of date in a column: how often its first or second number exceeds twelve, and how many firsts it has."""

    field: str
    shape: str
    values: int
    first_over_12: int
    second_over_12: int
    example: str
    firsts: int = 31


@dataclass(frozen=True)
class DateOrder:
    """How each column's dates are read, and what was inferred on the way."""

    formats_by_field: Mapping[str, tuple[str, ...]]
    notes: tuple[str, ...]

    def formats(self, field: str) -> list[str]:
        """strptime formats for one column; year-first dates need none, they are cast."""
        return [*self.formats_by_field.get(field, ()), NOTHING_FITS]


def decided(name: str, forms: Iterable[DateForm], *, asked: bool | None) -> DateOrder:
    """The formats of each column's dates; `asked` is the owner's answer. Raises NeedsAnswer where it is needed."""
    every = list(forms)
    if asked is None:
        _refuse_years_in_disguise(name, every)
    columns = _numeric_columns(every)
    order = {key: first for key, form in columns.items() if (first := _proven(name, form)) is not None}
    proven = dict(order)
    notes = []
    for key, form in columns.items():
        if key not in order:
            order[key], note = _settled(name, key, form, proven, asked=asked)
            notes += [note] if note else []
    formats: dict[str, tuple[str, ...]] = {}
    for form in every:
        formats[form.field] = formats.get(form.field, ()) + _formats(form, order)
    return DateOrder(formats, tuple(notes))


def _refuse_years_in_disguise(name: str, forms: list[DateForm]) -> None:
    """25-03-04, 25-03-06, ...: a first number that never changes may be the year."""
    for form in forms:
        match = NUMERIC.fullmatch(form.shape)
        if match and match[2] == "9" and form.firsts == 1 and form.first_over_12 == form.values > FEW:
            raise NeedsAnswer(
                f"{name}: {form.field} has dates such as {form.example.split()[0]!r}, which may begin with the year;"
                f" export them with four digits of the year, or load it again with --day-first.",
                question="date order",
            )


def _numeric_columns(forms: list[DateForm]) -> dict[tuple[str, str], DateForm]:
    """Numeric dates by column and separator, whatever their time of day looks like."""
    columns: dict[tuple[str, str], DateForm] = {}
    for form in forms:
        match = NUMERIC.fullmatch(form.shape)
        if match is None:
            continue
        key = (form.field, _mark(match))
        so_far = columns.get(key)
        columns[key] = form if so_far is None else _together(so_far, form)
    return columns


def _mark(numeric: re.Match[str]) -> str:
    """What tells two forms of one column apart: their separator, and whether they count half days."""
    return numeric[1] + ("PM" if "PM" in numeric[3] else "")


def _together(one: DateForm, other: DateForm) -> DateForm:
    return replace(
        one,
        values=one.values + other.values,
        first_over_12=one.first_over_12 + other.first_over_12,
        second_over_12=one.second_over_12 + other.second_over_12,
    )


def _proven(name: str, form: DateForm) -> bool | None:
    """Whether the day comes first, where the column's own values say so; a few damaged values do not unsay it."""
    if min(form.first_over_12, form.second_over_12) * 20 > form.values:
        raise NeedsAnswer(
            f"{name}: the dates in {form.field} are partly day first and partly month first, so none of them can be"
            f" trusted; export them in one form, best as 2026-03-31 14:05."
        )
    return None if form.first_over_12 == form.second_over_12 else form.first_over_12 > form.second_over_12


def _settled(
    name: str, key: tuple[str, str], form: DateForm, proven: Mapping[tuple[str, str], bool], *, asked: bool | None
) -> tuple[bool, str]:
    """The order of a column that no value of its own decides: the owner's answer, else what the file's others prove."""
    if asked is not None:
        return asked, ""
    siblings = {first: field for (field, separator), first in proven.items() if separator == key[1]}
    if len(siblings) != 1:
        raise NeedsAnswer(
            f"{name}: {form.field} has dates such as {form.example.split()[0]!r}, and no value says whether the day"
            f" or the month comes first; load it again with --day-first or --month-first.",
            question="date order",
        )
    first, field = next(iter(siblings.items()))
    return first, f"{form.field} read {'day' if first else 'month'} first, as {field} in the same file proves"


def _formats(form: DateForm, order: Mapping[tuple[str, str], bool]) -> tuple[str, ...]:
    numeric, worded, word_first = (p.fullmatch(form.shape) for p in (NUMERIC, WORDED, WORD_FIRST))
    if numeric and numeric[3] in TIMES:
        mark, year, time = numeric[1], YEARS[numeric[2]], TIMES[numeric[3]]
        first = order[form.field, _mark(numeric)]
        return (f"%d{mark}%m{mark}{year}{time}" if first else f"%m{mark}%d{mark}{year}{time}",)
    if worded and worded[3] in TIMES:
        mark, year, time = worded[1], YEARS[worded[2]], TIMES[worded[3]]
        return tuple(f"%d{mark}{month}{mark}{year}{time}" for month in ("%b", "%B"))
    if word_first and word_first[1] in TIMES:
        return tuple(f"{month} %d, %Y{TIMES[word_first[1]]}" for month in ("%b", "%B"))
    return ()
