"""When each technician is at work: shifts, lunch, meetings, other duties, leave, bank holidays."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from pipelines.sample.dice import Dice
from pipelines.sample.hours import SATURDAY, bank_holidays
from pipelines.sample.instants import MINUTE, days, local_instant
from pipelines.sample.recipe import Absence, Recipe, Technician

Span = tuple[int, int]
Turn = tuple[int, int]
NORMAL, EARLY, LATE, WEEKEND = (510, 1050), (415, 940), (610, 1145), (540, 780)
STAND_UP = (540, 560)
REVIEW = (840, 885)
WEDNESDAY = 2
OVERTIME = 18 * MINUTE
LEAVE_BLOCKS = ((5, 10), (4, 6), (1, 4), (1, 3), (1, 2))
SHORTEST = 10
DUTIES_A_DAY, DUTIES_WHEN_SHORT = 2.3, 1.5


@dataclass(frozen=True)
class Duty:
    """The duty windows of one technician, in seconds, each with the end of its day."""

    opens: list[int]
    closes: list[int]
    day_ends: list[int]
    leave: frozenset[date]

    def place(self, instant: int) -> int | None:
        """The window that holds the instant, if any does."""
        place = bisect_right(self.opens, instant) - 1
        return place if place >= 0 and instant < self.closes[place] else None

    def work_from(self, start: int, seconds: int) -> tuple[int, int]:
        """When work begun at start stops on that day, and how much of it is done by then."""
        place = bisect_right(self.opens, start) - 1
        done, at, day_end = 0, start, self.day_ends[place]
        while done < seconds and place < len(self.opens) and self.day_ends[place] == day_end:
            at = max(self.opens[place], start)
            room = self.closes[place] - at + (OVERTIME if self.closes[place] == day_end else 0)
            part = min(seconds - done, room)
            done, at, place = done + part, at + part, place + 1
        return at, done

    def worked(self, start: int, end: int) -> int:
        """Seconds on duty from start to end."""
        pairs = zip(self.opens, self.closes, strict=True)
        return sum(max(0, min(end, closes) - max(start, opens)) for opens, closes in pairs)


def draw_roster(recipe: Recipe, crew: Sequence[Technician], seed: int) -> dict[str, Duty]:
    """The duty of everybody over the period and a little beyond."""
    leave = _draw_leave(recipe, crew, Dice(seed, "leave"))
    return {
        person.name: _duty(recipe, (place, len(crew)), person, leave[person.name], Dice(seed, f"duty of {person.name}"))
        for place, person in enumerate(crew)
    }


def _draw_leave(recipe: Recipe, crew: Sequence[Technician], dice: Dice) -> Mapping[str, frozenset[date]]:
    taken: dict[str, frozenset[date]] = {}
    for person in crew:
        blocked = set().union(*taken.values()) | set(days(recipe.absence.first, recipe.absence.last))
        taken[person.name] = _own_leave(recipe, blocked, dice) | _long_absence(recipe.absence, person)
    return taken


def _long_absence(absence: Absence, person: Technician) -> frozenset[date]:
    return frozenset(days(absence.first, absence.last)) if person.name in absence.technicians else frozenset()


def _own_leave(recipe: Recipe, blocked: set[date], dice: Dice) -> frozenset[date]:
    """Some holidays, never on a day on which somebody else is away."""
    workdays = [day for day in days(recipe.first_day, recipe.as_of.date()) if day.weekday() < SATURDAY]
    mine: set[date] = set()
    for shortest, longest in LEAVE_BLOCKS:
        for _attempt in range(12):
            start, length = dice.whole(0, len(workdays) - longest), dice.whole(shortest, longest)
            block = set(workdays[start : start + length])
            if not block & (blocked | mine):
                mine |= block
                break
    return frozenset(mine)


def _duty(recipe: Recipe, turn: Turn, person: Technician, leave: frozenset[date], dice: Dice) -> Duty:
    closed = bank_holidays() | leave
    opens, closes, ends = [], [], []
    for day in days(recipe.first_day, recipe.as_of.date() + timedelta(days=7)):
        spans = _day_spans(day, turn, person, dice, short=recipe.absence.first <= day <= recipe.absence.last)
        if day not in closed and spans:
            opens += [local_instant(day, start) for start, _ in spans]
            closes += [local_instant(day, end) for _, end in spans]
            ends += [local_instant(day, spans[-1][1])] * len(spans)
    return Duty(opens, closes, ends, leave)


def _day_spans(day: date, turn: Turn, person: Technician, dice: Dice, *, short: bool) -> list[Span]:
    """Minutes of the day on which this technician can take tickets; when hands are short the rest is cut."""
    shift = _shift(day, turn)
    if not shift:
        return []
    if day.weekday() >= SATURDAY:
        return [shift]
    duties = _other_duties(shift, dice, DUTIES_WHEN_SHORT if short else DUTIES_A_DAY)
    return _without(shift, sorted([_lunch(shift, dice), *_meetings(day, person, dice), *duties]))


def _shift(day: date, turn: Turn) -> Span | None:
    """Early, late and Saturday duty go round the crew, a week each."""
    (place, size), week = turn, day.toordinal() // 7
    if day.weekday() >= SATURDAY:
        return WEEKEND if day.weekday() == SATURDAY and (week + 5) % size == place else None
    if week % size == place:
        return EARLY
    return LATE if (week + 3) % size == place else NORMAL


def _lunch(shift: Span, dice: Dice) -> Span:
    start = shift[0] + dice.whole(210, 285)
    return start, start + dice.pick((30, 40, 45, 60))


def _meetings(day: date, person: Technician, dice: Dice) -> list[Span]:
    stand_up = [STAND_UP] if day.weekday() == 0 else []
    review = [REVIEW] if day.weekday() == WEDNESDAY and person.level > 1 else []
    own = dice.whole(600, 960)
    return stand_up + review + ([(own, own + 30)] if dice.chance(0.12) else [])


def _other_duties(shift: Span, dice: Dice, a_day: float) -> list[Span]:
    """Sales calls, stock, paperwork, training: nobody plans them, they happen."""
    starts = [dice.whole(shift[0] + 20, shift[1] - 60) for _ in range(dice.count(a_day))]
    return [(start, start + dice.whole(15, 60)) for start in starts]


def _without(shift: Span, taken: Sequence[Span]) -> list[Span]:
    left, at = [], shift[0]
    for start, end in taken:
        if start - at >= SHORTEST:
            left.append((at, start))
        at = max(at, end)
    return [*left, (at, shift[1])] if shift[1] - at >= SHORTEST else left
