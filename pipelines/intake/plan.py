"""How a table is to be read: by which preset, in which zone, with which dates; everything that its statements bind."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from pipelines.connection import Connection
from pipelines.errors import FileRefused
from pipelines.intake import fields
from pipelines.intake.answers import Answers
from pipelines.intake.dates import DateForm, DateOrder, decided, without_time_of_day
from pipelines.intake.look import Look
from pipelines.intake.preset import Preset
from pipelines.intake.recognise import recognised
from pipelines.intake.totals import is_total
from pipelines.settings import Settings, known_zone
from pipelines.vocabulary import FileKind

HERE = Path(__file__).parent
MACROS = (
    "macros", "date_words", "date_macros", "cells", "lacking", "rows_of", "said_rows", "typed_cells", "typed_rows",
    "clean_rows",
)  # fmt: skip
LOGS = (FileKind.UPDATES, FileKind.EVENTS)
LISTS = (FileKind.CLIENTS, FileKind.TARGETS)
TICKET_KINDS = (FileKind.TICKETS, *LOGS)
AFTER_OPENING = ("first_response_at", "resolved_at", "closed_at")
USUAL_YEARS = (2000, 2040)
MOST_NAMED = 12
WHOLE_COLUMN = ("iso", "formatted")
ISO = {"Y-9-9"} | {f"Y{d}9{d}9{t}9:9{s}" for d in "-/" for t in " T" for s in ("", ":9", ":9.9")}


@dataclass(frozen=True)
class Plan:
    """A table, the preset that reads it, and what was decided on the way."""

    look: Look
    preset: Preset
    timezone: str
    order: DateOrder
    date_only: tuple[str, ...]
    found: Mapping[str, Sequence[int]]
    totals_row: int | None
    as_of: datetime | None
    latest_possible: datetime
    allow_quarantine: bool
    commas: Mapping[str, bool]
    offsets: Mapping[str, Any] = field(repr=False)
    kinds: Mapping[str, str] = field(repr=False)

    @property
    def log(self) -> bool:
        """Whether a row is an update or an event of a ticket."""
        return self.preset.kind in LOGS

    def values(self) -> dict[str, Any]:
        """What the statements that read the table bind."""
        limit = None if self.preset.kind in LISTS else self.as_of
        dates = {name: self._reading(name) for name in fields.INSTANTS}
        rules = {
            "required": list(fields.REQUIRED_IN_A_ROW[self.preset.kind]),
            "date_only": [*self.date_only],
            "observed": list(fields.OBSERVED),
            "after_opening": [name for name in AFTER_OPENING if name not in self.date_only],
            "as_of": limit,
            "not_after": self.latest_possible,
            "log": self.log,
            "totals_row": self.totals_row,
            "header": self.header(),
            "counted": self._counted_from_opening(),
            "met": {word: list(self.preset.met.get(word, ())) for word in ("yes", "no")},
            "us_zip": self.preset.us_zip,
            "commas": [name for name, points in self.commas.items() if not points],
            "both": [name for name, points in self.commas.items() if points],
        }
        how = {"dates": dates, "offsets": self.offsets, "units": self._units(), "rules": rules}
        return {**self.look.file(), **_places(self), **how}

    def header(self) -> list[str | None]:
        """The titles as a row of the file would have them."""
        return [title.strip() or None for title in self.look.header]

    @property
    def end_from_status(self) -> bool:
        """Whether only a status tells that a ticket is resolved."""
        return not {"resolved_at", "resolution_minutes", "resolution_business_minutes"} & set(self.found)

    @property
    def reads_cell_by_cell(self) -> bool:
        """Whether some column of instants is not written in one plain way throughout."""
        said = [name for name in fields.INSTANTS if name in self.found]
        return any(self._reading(name)["kind"] not in WHOLE_COLUMN for name in said)

    def notes(self) -> list[str]:
        """What was inferred, in words for the load report."""
        notes = [*self.order.notes, *self.look.notes]
        notes += [f"{name} has no time of day, so the clock that ends there is not measured" for name in self.date_only]
        ending = self.look.header[self.found["resolved_at"][0]].strip() if "resolved_at" in self.found else ""
        if "clos" in ending.lower():
            notes.append(f"no column tells when a ticket was resolved; {ending} stands in for it")
        if "paused_minutes" in self.found:
            notes.append("waiting minutes are kept but take nothing off the clock; load a status history for that")
        return notes + self._unread()

    def _reading(self, name: str) -> dict[str, Any]:
        zone = self.preset.zones.get(name, self.timezone)
        # The offsets are those of the file's own zone.
        kind = self.kinds.get(name) if zone in (self.timezone, "UTC") else None
        return {"kind": kind or self.order.kind(name), "formats": self.order.formats(name), "zone": zone}

    def _units(self) -> dict[str, Any]:
        """What each duration is counted in, and how many kilometres each distance's unit has."""
        units = self.preset.units_in(self.look.header)
        return {name: fields.KILOMETRES[unit] if name in fields.DISTANCES else unit for name, unit in units.items()}

    def _counted_from_opening(self) -> list[str]:
        """Instants that the file has no column for, but minutes from the opening."""
        pairs = fields.COUNTED_FROM_OPENING.items()
        return [moment for moment, minutes in pairs if minutes in self.found and moment not in self.found]

    def _unread(self) -> list[str]:
        """A remark on the columns that no field is read from, in the words of the file."""
        read = {place for places in self.found.values() for place in places}
        titles = [title.strip() for place, title in enumerate(self.look.header) if place not in read and title.strip()]
        named = ", ".join(titles[:MOST_NAMED]) + (
            f" and {len(titles) - MOST_NAMED} more" if len(titles) > MOST_NAMED else ""
        )
        return [f"columns that are not read: {named}"] if titles else []


def planned(
    connection: Connection, look: Look, presets: Mapping[str, Preset], settings: Settings, answers: Answers
) -> Plan:
    """Decide how a table is read; raises FileRefused or NeedsAnswer with a sentence."""
    header = tuple(title.strip() for title in look.header)
    preset = recognised(look.name, header, presets, answers.source)
    found = preset.found_in(header)
    timezone = known_zone(preset.timezone or answers.timezone or settings.timezone)
    latest_possible = datetime.now(UTC).replace(tzinfo=None) + timedelta(days=2)
    if answers.as_of is not None and answers.as_of > latest_possible:
        raise FileRefused("--as-of lies in the future; it is the moment at which the export was taken.")
    for macro in MACROS:
        connection.run(HERE / f"{macro}.sql")
    totals_row = look.rows if look.last and is_total(look.last, found.get("ticket_id")) else None
    rows = _date_forms(connection, look, preset, found)
    dates = [row for row in rows if row[0] in fields.INSTANTS]
    forms, years = [DateForm(*row[:7]) for row in dates], [row[7:9] for row in dates]
    commas = _commas(connection, look, preset, {name: found[name] for name, *_ in rows if name in fields.NUMBERS})
    asked = answers.day_first if answers.day_first is not None else preset.day_first
    order = decided(look.name, forms, asked=asked)
    plan = Plan(
        look, preset, timezone, order, _without_time_of_day(look.name, preset, forms), found, totals_row,
        answers.as_of, latest_possible, answers.allow_quarantine, commas,
        offsets=_offsets(connection, timezone, years), kinds=_kinds(forms, order),
    )  # fmt: skip
    if plan.reads_cell_by_cell:
        connection.run(HERE / "any_moment.sql")
    return plan


def _places(plan: Plan) -> dict[str, Any]:
    place = {name: [p + 1 for p in plan.found[name]] if name in plan.found else None for name in fields.ALL}
    return {"place": place, "missing": list(plan.preset.missing)}


def _date_forms(
    connection: Connection, look: Look, preset: Preset, found: Mapping[str, Sequence[int]]
) -> list[tuple[Any, ...]]:
    columns = [
        {"field": name, "places": [p + 1 for p in found[name]], "number": name in fields.NUMBERS}
        for name in fields.INSTANTS + fields.NUMBERS
        if name in found
    ]
    if not columns or not look.rows:
        return []
    return connection.rows(HERE / "date_form.sql", columns=columns, missing=list(preset.missing), **look.file())


def _commas(connection: Connection, look: Look, preset: Preset, found: Mapping[str, Sequence[int]]) -> dict[str, bool]:
    """Columns of numbers in which commas stand for decimals, and whether points do so in the same column."""
    if not found:
        return {}
    columns = [{"field": name, "places": [p + 1 for p in places]} for name, places in found.items()]
    rows = connection.rows(HERE / "number_form.sql", columns=columns, missing=list(preset.missing), **look.file())
    if rows:
        connection.run(HERE / "decimal_commas.sql")
    return dict(rows)


def _offsets(connection: Connection, zone: str, years: Sequence[Sequence[Any]]) -> dict[str, Any]:
    """The zone's distance from UTC for the days that the file's dates can be of."""
    firsts = [year[0] for year in years if year[0]] or [USUAL_YEARS[0]]
    lasts = [year[1] for year in years if year[1]] or [USUAL_YEARS[1]]
    first, last = max(min(firsts), 1970), min(max(lasts), 2079)
    if zone == "UTC" or first > last:
        return {"first_day": 0, "ahead": [0]}
    values = {
        "zone": zone,
        "first_day": datetime(first, 1, 1, tzinfo=UTC).date(),
        "last_day": datetime(last, 12, 31, tzinfo=UTC).date(),
    }
    first_day, ahead = connection.rows(HERE / "zone_days.sql", **values)[0]
    return {"first_day": first_day, "ahead": ahead}


def _kinds(forms: Sequence[DateForm], order: DateOrder) -> dict[str, str]:
    """Columns that are written in one plain way throughout are read in one way; all others cell by cell."""
    shapes: dict[str, set[str]] = {}
    for form in forms:
        shapes.setdefault(form.field, set()).add(form.shape)
    kinds = {}
    for name, every in shapes.items():
        if order.kind(name) == "plain" and every <= ISO:
            kinds[name] = "iso"
        elif order.kind(name) == "plain" and not any(shape.startswith("Y") for shape in every):
            kinds[name] = "formatted"
    return kinds


def _without_time_of_day(name: str, preset: Preset, forms: Sequence[DateForm]) -> tuple[str, ...]:
    """Instants that no row gives a time of day: hours cannot be measured from them. The opening must have one."""
    if preset.kind in LISTS:
        return ()
    dated = sorted(without_time_of_day(forms))
    for instant in ("opened_at", "changed_at"):
        if instant in dated:
            raise FileRefused(
                f"{name}: {instant} has no time of day, so no hour can be measured; export it with its time."
            )
    return tuple(instant for instant in dated if instant in ("first_response_at", "resolved_at"))
