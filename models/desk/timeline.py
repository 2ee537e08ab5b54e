"""Weeks put one after the other, in any order: business hours, duty and tickets on one clock."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from models.desk.demand import WEEK, Demand
from models.desk.hours import open_hours
from models.desk.kernel import Crew, Flags, Floats, Hours, Ints
from models.desk.weeks import Weeks

LUNCH_HOURS, LUNCH_AFTER = 0.75, 3.5
# After the last week that is asked for, so many ordinary ones follow in which work is finished.
WEEKS_TO_FINISH = 16
# Rows of Crew.able: what everybody takes, Premium, and the most urgent.
GROUPS, ORDINARY, PREMIUM, URGENT = 3, 0, 1, 2


@dataclass(frozen=True)
class Staff:
    """How a technician's day is, and who else is there.

    lunch_hours: of each day. overtime: hours of work that are finished after its end. on_call: one person is fetched at
    any hour for the most urgent tickets. cover: (weekday from 0, from hour, until hour) at which cover_people are there
    beside the others; for Premium and the most urgent alone where cover_only_premium. skills: how many of the first
    `skilled_of` technicians can take the work of each skill; whoever is hired after them takes all.
    """

    lunch_hours: float = LUNCH_HOURS
    overtime: float = 0.25
    on_call: bool = False
    cover: tuple[tuple[int, float, float], ...] = ()
    cover_people: int = 0
    cover_only_premium: bool = True
    skills: tuple[int, ...] = ()
    skilled_of: int = 0


def timeline(weeks: Weeks, picks: Ints, technicians: int, staff: Staff) -> tuple[Hours, Crew]:
    """Business hours and duty of picked weeks one after the other, and of ordinary ones after them.

    Where there are more technicians than the history has, the next ones are there as often as those were. Who is
    on call and the cover stand after the technicians in the crew.
    """
    blocks = [weeks.weeks[pick] for pick in picks] + [weeks.ordinary] * WEEKS_TO_FINISH
    calendars, people = len(weeks.ordinary.windows), len(weeks.ordinary.duty)
    spans = [_joined([block.windows[number] for block in blocks]) for number in range(calendars)]
    shifts = [_joined([block.duty[person % people] for block in blocks]) for person in range(technicians)]
    rows = [_with_lunch(row, person, staff.lunch_hours) for person, row in enumerate(shifts)]
    rows += [_outside(spans[0])] * staff.on_call
    cover = np.array([(day * 24 + start, day * 24 + end) for day, start, end in staff.cover]).reshape(-1, 2)
    rows += [_joined([cover] * len(blocks))] * staff.cover_people
    on, off = np.full((2, len(rows), max(len(row) for row in rows) + 1), np.inf)
    for number, row in enumerate(rows):
        on[number, : len(row)], off[number, : len(row)] = row.T
    return open_hours(spans), Crew(on, off, _able(technicians, len(rows), staff), staff.overtime)


def _able(technicians: int, crew: int, staff: Staff) -> Flags:
    """[group, one of the crew]: who takes what; the groups of each skill after those of work that needs none."""
    able = np.ones((1 + len(staff.skills), GROUPS, crew), bool)
    able[:, ORDINARY, technicians + staff.on_call :] = not staff.cover_only_premium
    able[:, :URGENT, technicians : technicians + staff.on_call] = False
    for number, count in enumerate(staff.skills, start=1):
        able[number, :, count : min(staff.skilled_of, technicians)] = False
    return able.reshape(-1, crew)


def placed(demand: Demand, weeks: Weeks, picks: Ints) -> tuple[Ints, Floats]:
    """The tickets of picked weeks, and the hours on that timeline at which they come in."""
    tickets = [weeks.weeks[pick].tickets for pick in picks]
    at = np.repeat(np.arange(len(picks)), [len(own) for own in tickets])
    found = np.concatenate(tickets)
    return found, demand.opened[found] % WEEK + at * WEEK


def duty_hours(crew: Crew, people: int, until: float) -> float:
    """Hours on duty of the first so many of the crew, until an hour."""
    on, off = crew.on[:people], crew.off[:people]
    there = on < until
    return float((np.minimum(off[there], until) - on[there]).sum())


def _joined(blocks: Sequence[Floats]) -> Floats:
    return np.concatenate([block + at * WEEK for at, block in enumerate(blocks)])


def _outside(windows: Floats) -> Floats:
    """From each end of the company's hours until they begin again."""
    spans = np.column_stack([np.concatenate([[0.0], windows[:-1, 1]]), windows[:, 0]])
    return np.asarray(spans[spans[:, 1] > spans[:, 0]])


def _with_lunch(own: Floats, person: int, lunch_hours: float) -> Floats:
    """Duty without lunch, which is staggered by half an hour."""
    starts = own[:, 0] + LUNCH_AFTER + 0.5 * (person % 3)
    long = own[:, 1] - own[:, 0] > LUNCH_AFTER + 2
    before = np.column_stack([own[:, 0], np.where(long, starts, own[:, 1])])
    both = np.concatenate([before, np.column_stack([starts + lunch_hours, own[:, 1]])[long]])
    return np.asarray(both[np.argsort(both[:, 0])])
