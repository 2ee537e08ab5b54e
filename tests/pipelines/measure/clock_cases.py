"""Random clocks for the contest with the oracle, and the oracle's calendars written as an owner would write them."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from pipelines.connection import Connection
from pipelines.measure.clock.calendars import PlacedCalendar, write_calendars
from pipelines.measure.clock.reading import empty_clock, run_clock
from pipelines.settings import Calendar, DailyWindow
from tests.pipelines.measure import oracle

HERE = Path(__file__).parent

Integers = NDArray[np.int64]

SPAN = (oracle.MINUTES - 1) * 60
LONGEST = 60 * 86400
WEEK, WORKDAYS = range(1, 8), range(1, 6)


def calendar(holidays: str, weeks: Mapping[int, str]) -> Calendar:
    """A calendar from texts such as "08:00-12:00 13:00-17:00" by weekday (1 = Monday)."""
    windows = (_window(weekday, text) for weekday, texts in weeks.items() for text in texts.split())
    return Calendar("drawn", "Drawn", holidays, tuple(windows))


def _window(weekday: int, text: str) -> DailyWindow:
    opens, closes = ((int(part[:2]) * 60 + int(part[3:])) * 60 for part in text.split("-"))
    return DailyWindow(weekday, opens, closes if closes > opens else closes + 86400)


SPLIT = dict.fromkeys(WORKDAYS, "08:00-12:00 12:30-15:00 15:15-18:00") | {6: "09:00-13:00"}
UNEVEN = dict.fromkeys((1, 2, 3), "18:00-03:00") | dict.fromkeys((4, 5, 7), "02:30-03:20 05:00-16:40")
EDGED = dict.fromkeys(WEEK, "00:30-01:10 01:15-01:30 01:45-05:00 20:00-00:30")
DRAWN = (
    ("Europe/London", calendar("GB-ENG", dict.fromkeys(WORKDAYS, "08:30-17:30"))),
    ("America/New_York", calendar("", dict.fromkeys(WORKDAYS, "08:00-12:00 13:00-17:00"))),
    ("Europe/London", calendar("GB-ENG", SPLIT)),
    ("Europe/London", calendar("", dict.fromkeys(WEEK, "00:00-24:00"))),
    ("America/New_York", calendar("", dict.fromkeys(WEEK, "22:00-06:00"))),
    ("Asia/Kolkata", calendar("", dict.fromkeys(range(1, 7), "09:30-18:30"))),
    ("Australia/Lord_Howe", calendar("", dict.fromkeys(WEEK, "01:45-02:15 08:00-18:00"))),
    ("Europe/London", calendar("GB-ENG", EDGED)),
    ("Pacific/Chatham", calendar("", UNEVEN)),
)
PLACED = tuple(PlacedCalendar(number, drawn, zone) for number, (zone, drawn) in enumerate(DRAWN, start=1))


@dataclass(frozen=True)
class Cases:
    """Clocks and their pauses, in seconds since the oracle's origin; `owner` is the clock of a pause."""

    calendar: Integers
    started: Integers
    read: Integers
    owner: Integers
    paused: Integers
    resumed: Integers

    def spans(self) -> Iterator[tuple[int, int, int, list[oracle.Pause]]]:
        """Each clock with its calendar (from 0), start, reading and pauses."""
        pauses: list[list[oracle.Pause]] = [[] for _ in self.calendar]
        edges = (array.tolist() for array in (self.owner, self.paused, self.resumed))
        for owner, paused, resumed in zip(*edges, strict=True):
            pauses[owner].append((paused, resumed))
        return zip(self.calendar.tolist(), self.started.tolist(), self.read.tolist(), pauses, strict=True)


def drawn_cases(number: int, seed: int) -> Cases:
    """Clocks of a second to sixty days, a third of them near a clock change, with 0 to 3 pauses of every kind."""
    random = np.random.default_rng(seed)
    calendar = random.integers(0, len(PLACED), number)
    started = random.integers(0, SPAN, number)
    for index, placed in enumerate(PLACED):
        changes = oracle.clock_changes(placed.timezone)
        if len(changes):
            near = np.flatnonzero((calendar == index) & (random.random(number) < 0.4))
            started[near] = random.choice(changes, len(near)) + random.integers(-129600, 129600, len(near))
    lasts = np.minimum(random.lognormal(10.5, 2.2, number), LONGEST).astype(np.int64)
    read = np.minimum(started + lasts, SPAN)
    owner = np.repeat(np.arange(number), random.integers(0, 4, number))
    paused, resumed = _pauses(random, started[owner], read[owner])
    return Cases(calendar, started, read, owner, paused, resumed)


def _pauses(random: np.random.Generator, started: Integers, read: Integers) -> tuple[Integers, Integers]:
    lasts = read - started
    edges = started + (random.uniform(-0.2, 1.2, (2, len(started))) * lasts).astype(np.int64)
    paused, resumed = np.sort(edges, axis=0)
    kind = random.random(len(started))
    resumed = np.where(kind < 0.02, paused, resumed)
    turned = (kind > 0.02) & (kind < 0.05)
    return np.where(turned, resumed, paused), np.where(turned, paused, resumed)


def measured(connection: Connection, cases: Cases) -> pd.DataFrame:
    """What the product answers: `business_seconds`, in the order of the cases."""
    write_calendars(connection, PLACED, oracle.FIRST.date(), date(2026, 12, 31))
    empty_clock(connection)
    ids, calendars = range(len(cases.calendar)), (cases.calendar + 1).tolist()
    spans = zip(ids, calendars, _at(cases.started), _at(cases.read), strict=True)
    connection.append("clock_span", ("span_id", "calendar_id", "started_at", "read_at"), list(spans))
    pauses = zip(cases.owner.tolist(), _at(cases.paused), _at(cases.resumed), strict=True)
    connection.append("span_pause", ("span_id", "paused_at", "resumed_at"), list(pauses))
    run_clock(connection)
    return connection.frame(HERE / "answers.sql")


def mismatches(connection: Connection, number: int, seed: int) -> int:
    """Clocks of `number` drawn ones whose business or paused seconds differ from the oracle's."""
    cases = drawn_cases(number, seed)
    answers = measured(connection, cases)[["business_seconds", "paused_seconds"]].to_numpy()
    truth = np.array([oracle.business_seconds(*span) for span in cases.spans()])
    return int((answers != truth).any(axis=1).sum())


def _at(seconds: Integers) -> pd.DatetimeIndex:
    return pd.to_datetime(oracle.ORIGIN + seconds, unit="s")
