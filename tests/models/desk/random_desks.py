"""Small desks with everything in them: shifts, skills, premium, sessions, gaps, overtime, calendars, ends of duty."""

from typing import NamedTuple

import numpy as np

from models.desk.hours import open_hours
from models.desk.kernel import Bytes, Crew, Flags, Floats, Hours, Promises, Work
from tests.models.desk.drawing import crew, days, work

DAYS = 5
Dice = np.random.Generator


class Desk(NamedTuple):
    """What a run takes; there and premium: a row a lane."""

    work: Work
    hours: Hours
    crew: Crew
    there: Flags
    premium: Bytes


def random_desk(seed: int, lanes: int = 1) -> Desk:
    """Every other desk has its times in quarters of an hour, so that many things happen at once."""
    dice = np.random.default_rng(seed)
    n, technicians, groups = (int(dice.integers(*ends)) for ends in ((0, 50), (1, 6), (1, 4)))
    calendars = [_windows(dice, seed) for _ in range(dice.integers(1, 4))]
    people = crew(
        *[_shifts(dice, seed) for _ in range(technicians)], able=dice.random((groups, technicians)) < 0.7,
        overtime=_some(dice, seed, 1, 0.8)[0] * dice.integers(0, 2),
    )  # fmt: skip
    there, premium = dice.random((lanes, technicians)) < 0.85, dice.random((lanes, n)) < dice.random((lanes, 1))
    return Desk(_work(dice, seed, n, groups, len(calendars)), open_hours(calendars), people, there, premium.astype(np.uint8))


def random_promises(desk: Desk, seed: int) -> Promises:
    """Months, some of them not counted, rows, and due instants, some of them none."""
    dice, n = np.random.default_rng(seed), len(desk.work.arrives)
    due = np.where(dice.random((2, 2, n)) < 0.3, np.nan, desk.work.arrives + dice.random((2, 2, n)) * 30)
    return Promises(dice.integers(-1, 3, n), dice.integers(0, 4, n), dice.random(n) * 3, due[0], due[1])


def _work(dice: Dice, seed: int, n: int, groups: int, calendars: int) -> Work:
    arrives = np.sort(_some(dice, seed, n, 24.0 * (DAYS - 1)))
    sessions = dice.choice([1, 1, 2, 4], n)
    total = int(sessions.sum())
    keys = [[arrives + 4, arrives], [arrives, arrives - 1e6], dice.integers(0, 5, (2, n))][dice.integers(3)]
    hours = np.split(_some(dice, seed, total, 1.5 + 3 * (dice.random() < 0.2)), np.cumsum(sessions)[:-1]) if n else []
    gap = _some(dice, seed, total, 6) * dice.integers(0, 2, total)
    return work(
        arrives, hours, key_of=keys, group_of=dice.integers(0, groups, (2, n)), gap=gap,
        calendar=dice.integers(0, calendars, n), later_by=[0.0, 2.0, 1e7][dice.integers(3)],
    )  # fmt: skip


def _windows(dice: Dice, seed: int) -> list[tuple[float, float]]:
    opens, lunch, length = _some(dice, seed, 3, 4) + np.array([5, 2, 3])
    return days(DAYS, (opens, opens + lunch), (opens + lunch + 1, opens + lunch + 1 + length))


def _shifts(dice: Dice, seed: int) -> list[tuple[float, float]]:
    """Half of the technicians work on long after the last ticket; the others leave some day, or never come."""
    windows = _windows(dice, seed)
    far = [(24.0 * DAYS + begins, 24.0 * DAYS + ends) for begins, ends in days(60, (0, 20))]
    return windows + far if dice.random() < 0.5 else windows[: dice.integers(0, len(windows))]


def _some(dice: Dice, seed: int, n: int, most: float) -> Floats:
    """Times up to `most`, none of them nothing."""
    if seed % 2:
        return np.asarray(dice.integers(1, max(int(4 * most), 2), n) / 4, np.float64)
    return np.asarray(dice.uniform(0.01, most, n), np.float64)
