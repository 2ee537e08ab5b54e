"""Drawn desks: tickets, who works when, and what came of it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from models.desk.hours import open_hours
from models.desk.kernel import Bytes, Crew, Flags, Floats, Hours, Ints, Work, run_lane

ALWAYS = open_hours([[(0.0, np.inf)]])
Sessions = Sequence[Any]  # hours of one session, or of several
Duty = Sequence[tuple[float, float]]


@dataclass(frozen=True)
class Outcome:
    """Of one lane: hours per ticket, work per technician."""

    answered: Floats
    done: Floats
    busy: Floats


def work(
    arrives: Sequence[float] | Floats, hours: Sessions | Floats, *, key_of: Any = None, group_of: Any = 0, gap: Any = 0.0,
    calendar: Any = 0, later_by: float = 0.0,
) -> Work:  # fmt: skip
    """Tickets with their sessions (a number: one session); in order of arrival unless keys (or keys per premium) are told."""
    n = len(arrives)
    parts = [np.atleast_1d(np.asarray(own, float)) for own in hours]
    first = np.concatenate([[0], np.cumsum([len(own) for own in parts])]).astype(np.int64)
    came = np.asarray(arrives, float)
    return Work(
        arrives=came,
        key_of=np.broadcast_to(np.asarray(came if key_of is None else key_of, float), (2, n)).copy(),
        group_of=np.broadcast_to(np.asarray(group_of, np.uint8), (2, n)).copy(),
        first=first,
        hours=np.concatenate([*parts, np.empty(0)]),
        gap=np.broadcast_to(np.asarray(gap, float), first[-1]).copy(),
        calendar=np.broadcast_to(np.asarray(calendar, np.int64), n).copy(),
        later_by=later_by,
    )


def whole_tickets(arrives: Floats, hours: Floats, key_of: Floats) -> Work:
    """The same for many tickets of one session each, without a loop over them."""
    n = len(arrives)
    nothing = np.zeros(n, np.int64)
    return Work(arrives, np.stack([key_of, key_of]), np.zeros((2, n), np.uint8), np.arange(n + 1), hours, np.zeros(n), nothing, 0.0)


def crew(*duties: Duty, able: Any = True, overtime: float = 0.0) -> Crew:
    """Technicians by their shifts (from, until); able: per group and technician."""
    width = max(map(len, duties)) + 1
    on, off = np.full((2, len(duties), width), np.inf)
    for who, duty in enumerate(duties):
        for number, (begins, ends) in enumerate(duty):
            on[who, number], off[who, number] = begins, ends
    able = np.asarray(able, bool)
    return Crew(on, off, able if able.ndim == 2 else np.full((1, len(duties)), able), overtime)


def always(technicians: int) -> Crew:
    """Technicians who never leave."""
    return crew(*[[(0.0, np.inf)]] * technicians)


def days(count: int, *windows: tuple[float, float]) -> list[tuple[float, float]]:
    """The same windows on so many days in a row."""
    return [(24 * day + begins, 24 * day + ends) for day in range(count) for begins, ends in windows]


def run(tickets: Work, people: Crew, hours: Hours = ALWAYS, there: Any = True, premium: Any = 0) -> Outcome:
    """One lane of the compiled desk."""
    n, technicians = len(tickets.arrives), people.on.shape[0]
    outcome = Outcome(np.empty(n), np.empty(n), np.empty(technicians))
    lane = as_flags(there, technicians), as_bytes(premium, n)
    run_lane(tickets, hours, people, *lane, outcome.answered, outcome.done, outcome.busy)
    return outcome


def as_flags(there: Any, technicians: int) -> Flags:
    return np.broadcast_to(np.asarray(there, np.bool_), technicians).copy()


def as_bytes(premium: Any, n: int) -> Bytes:
    return np.broadcast_to(np.asarray(premium, np.uint8), n).copy()


def poisson(dice: np.random.Generator, rates: Sequence[float], n: int) -> tuple[Floats, Ints]:
    """Arrivals of several classes, and the class of each."""
    total = sum(rates)
    classes = dice.choice(len(rates), n, p=np.asarray(rates) / total)
    return np.cumsum(dice.exponential(1 / total, n)), classes.astype(np.int64)
