"""How a column's dates are read: decided from the whole column, never row by row; asked where no value decides."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from pipelines.errors import FileRefused, NeedsAnswer

NUMERIC = re.compile(r"9([/.-])9\1([Y9])(.*)")
WORDED = re.compile(r"9([/ .-])Mon\1([Y9])(.*)")
WORD_FIRST = re.compile(r"Mon 9,? Y(.*)")
YEAR_FIRST = re.compile(r"Y([/.-])(9|Mon)\1(9)(.*)")
COUNTED = re.compile(r"[9Y]([.,][9Y])?")
CLOCKS = {
    "": "",
    "9:9": "%H:%M",
    "9:9:9": "%H:%M:%S",
    "9:9:9.9": "%H:%M:%S.%f",
    "9:9:9.Y": "%H:%M:%S.%f",
    "9.9": "%H.%M",
    "9.9.9": "%H.%M.%S",
    "9:9 PM": "%I:%M %p",
    "9:9:9 PM": "%I:%M:%S %p",
}
TIMES = {"": ""} | {f"{gap}{shape}": f"{gap}{text}" for gap in " T" for shape, text in CLOCKS.items() if shape}
YEARS = {"Y": "%Y", "9": "%y"}
# Moments that were counted instead of written: the numbers that each kind can have, and what it counts.
COUNTS = {
    "serial": (20_000, 80_000, "a spreadsheet's day numbers, counted from 1900"),
    "epoch": (631_152_000, 4_102_444_800, "seconds since 1970, in UTC"),
    "epoch_ms": (631_152_000_000, 4_102_444_800_000, "milliseconds since 1970, in UTC"),
}
FEW = 2
NOTHING_FITS = "%Y-%m-%d"
DAY_OR_MONTH = ("day first", "month first")


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

    @property
    def plain(self) -> str:
        """The shape without the marks for what was taken out of the text first."""
        return self.shape.strip("~±")

    @property
    def has_time(self) -> bool:
        """Whether a time of day stands in it."""
        date = next((p.fullmatch(self.plain) for p in (NUMERIC, WORDED) if p.fullmatch(self.plain)), None)
        return ":" in self.shape or (date is not None and date[3].strip() in CLOCKS and date[3] != "")


@dataclass(frozen=True)
class DateOrder:
    """How each column's dates are read, and what was inferred on the way."""

    formats_by_field: Mapping[str, tuple[str, ...]]
    notes: tuple[str, ...]
    kinds: Mapping[str, str] = field(default_factory=dict)

    def formats(self, field: str) -> list[str]:
        """strptime formats for one column; year-first dates need none, they are cast."""
        return [*self.formats_by_field.get(field, ()), NOTHING_FITS]

    def kind(self, field: str) -> str:
        """How one column is read: plain, written, serial, epoch or epoch_ms, as read_moment has them."""
        return self.kinds.get(field, "plain")


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
            order[key], note = _settled(name, key, form, proven, columns, asked=asked)
            notes += [note] if note else []
    formats: dict[str, tuple[str, ...]] = {}
    for form in every:
        formats[form.field] = formats.get(form.field, ()) + _formats(form, order)
    kinds = _kinds(every)
    notes += [f"{field} read as {COUNTS[kind][2]}" for field, kind in kinds.items() if kind in COUNTS]
    return DateOrder(formats, tuple(notes), kinds)


def without_time_of_day(forms: Sequence[DateForm]) -> frozenset[str]:
    """Columns of dates that no row gives a time of day: hours cannot be measured from them."""
    kinds = _kinds(forms)
    dated = {form.field for form in forms if any(part in form.shape for part in "Y9")}
    timed = {form.field for form in forms if form.has_time or _counts_hours(form, kinds.get(form.field, ""))}
    return frozenset(dated - timed)


def _counts_hours(form: DateForm, kind: str) -> bool:
    return kind in ("epoch", "epoch_ms") or (kind == "serial" and len(form.plain) > 1)


def _kinds(forms: Iterable[DateForm]) -> dict[str, str]:
    """How each column is read where it is not plain; numbers count as moments only where all of a column are such."""
    by_field: dict[str, list[DateForm]] = {}
    for form in forms:
        by_field.setdefault(form.field, []).append(form)
    kinds = {}
    for name, its in by_field.items():
        counted = {_counted(form) for form in its}
        if len(counted) == 1 and (kind := counted.pop()):
            kinds[name] = kind
        elif any(form.shape.startswith("~") and form.plain for form in its):
            kinds[name] = "written"
    return kinds


def _counted(form: DateForm) -> str:
    """What a column of numbers counts, by the range of its example; nothing where it is no number or in no range."""
    if not COUNTED.fullmatch(form.shape):
        return ""
    number = float(form.example.replace(",", "."))
    return next((kind for kind, (least, most, _) in COUNTS.items() if least <= number <= most), "")


def _refuse_years_in_disguise(name: str, forms: list[DateForm]) -> None:
    """25-03-04, 25-03-06, ...: a first number that never changes may be the year."""
    for form in forms:
        match = NUMERIC.fullmatch(form.plain)
        if match and match[2] == "9" and form.firsts == 1 and form.first_over_12 == form.values > FEW:
            raise NeedsAnswer(
                f"{name}: {form.field} has dates such as {form.example.split()[0]!r}, which may begin with the year;"
                f" export them with four digits of the year, or load it again with --day-first.",
                question="date order",
                choices=DAY_OR_MONTH[:1],
            )


def _numeric_columns(forms: list[DateForm]) -> dict[tuple[str, str], DateForm]:
    """Numeric dates by column and separator, whatever their time of day looks like."""
    columns: dict[tuple[str, str], DateForm] = {}
    for form in forms:
        match = NUMERIC.fullmatch(form.plain)
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
    """Whether the day comes first, where the column's own values say so; a stray damaged value does not unsay it."""
    against = min(form.first_over_12, form.second_over_12)
    if against * 20 > form.values or (against > 1 and against * 100 > form.values):
        raise FileRefused(
            f"{name}: the dates in {form.field} are partly day first and partly month first, so none of them can be"
            f" trusted; export them in one form, best as 2026-03-31 14:05."
        )
    return None if form.first_over_12 == form.second_over_12 else form.first_over_12 > form.second_over_12


def _settled(
    name: str,
    key: tuple[str, str],
    form: DateForm,
    proven: Mapping[tuple[str, str], bool],
    columns: Iterable[tuple[str, str]],
    *,
    asked: bool | None,
) -> tuple[bool, str]:
    """The order of a column that no value of its own decides: the owner's answer, else what the file's others prove."""
    if asked is not None:
        return asked, ""
    siblings = {first: field for (field, separator), first in proven.items() if separator == key[1]}
    # Two forms in one column are often one that a spreadsheet turned round, so that no other column speaks for it.
    mixed = sum(field == key[0] for field, _ in columns) > 1
    if len(siblings) != 1 or mixed:
        raise NeedsAnswer(
            f"{name}: {form.field} has dates such as {form.example.split()[0]!r}, and no value says whether the day"
            f" or the month comes first; load it again with --day-first or --month-first.",
            question="date order",
            choices=DAY_OR_MONTH,
        )
    first, field = next(iter(siblings.items()))
    return first, f"{form.field} read {'day' if first else 'month'} first, as {field} in the same file proves"


def _formats(form: DateForm, order: Mapping[tuple[str, str], bool]) -> tuple[str, ...]:
    shape = form.plain
    if (numeric := NUMERIC.fullmatch(shape)) and numeric[3] in TIMES:
        mark, year, time = numeric[1], YEARS[numeric[2]], TIMES[numeric[3]]
        first = order[form.field, _mark(numeric)]
        return (f"%d{mark}%m{mark}{year}{time}" if first else f"%m{mark}%d{mark}{year}{time}",)
    if (worded := WORDED.fullmatch(shape)) and worded[3] in TIMES:
        mark, year, time = worded[1], YEARS[worded[2]], TIMES[worded[3]]
        return tuple(f"%d{mark}{month}{mark}{year}{time}" for month in ("%b", "%B"))
    if (word_first := WORD_FIRST.fullmatch(shape)) and word_first[1] in TIMES:
        comma = "," if "," in shape else ""
        return tuple(f"{month} %d{comma} %Y{TIMES[word_first[1]]}" for month in ("%b", "%B"))
    if (year_first := YEAR_FIRST.fullmatch(shape)) and year_first[4] in TIMES:
        mark, month, time = year_first[1], "%m" if year_first[2] == "9" else "%b", TIMES[year_first[4]]
        return (f"%Y{mark}{month}{mark}%d{time}",)
    return ()
