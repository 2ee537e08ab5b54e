"""A desk whose truth is known: one that the kernel itself has worked through."""

from dataclasses import replace
from datetime import date

import numpy as np

from models.desk.demand import Demand
from models.desk.handling import Draw, Handling
from models.desk.timeline import Staff
from models.desk.trace import simulate, trace
from models.desk.weeks import Week, Weeks

WEEKS, TECHNICIANS, CLIENTS = 30, 4, 10
OPEN = np.array([(day * 24 + 8.0, day * 24 + 17.0) for day in range(5)])
TRUE_EFFORT = 0.9


def drawn_demand(seed: int = 0, a_week: int = 130) -> Demand:
    """So many tickets a week in office hours, none urgent, an hour promised and 30 minutes with Premium."""
    dice = np.random.default_rng(seed)
    day, hour = dice.integers(5, size=WEEKS * a_week), dice.uniform(8, 17, WEEKS * a_week)
    opened = np.sort(dice.integers(WEEKS, size=WEEKS * a_week) * 168 + day * 24 + hour)
    n, none = len(opened), np.full(len(opened), np.nan)
    zeros = np.zeros(n, np.int64)
    return Demand(
        opened=opened, calendar=zeros, client=dice.integers(CLIENTS, size=n), kind=zeros, urgency=zeros,
        premium=np.zeros(n, bool), on_site=np.zeros(n, bool), effort=none, paused=np.zeros(n), response=none, waiting=none,
        resolution=none, running=none, response_target=np.stack([np.full(n, 1.0), np.full(n, 0.5)]),
        resolution_target=np.full((2, n), 9.0), counts=np.ones(n, bool),
        still_open=np.zeros(n, bool), row=np.arange(n), skill=zeros,
        clients=tuple(f"Client {i}" for i in range(CLIENTS)), kinds=(("Gold", ""),), monday=date(2026, 1, 5),
    )


def weeks_of(demand: Demand) -> Weeks:
    """Whole weeks in which everybody is there."""
    duty = (OPEN,) * TECHNICIANS
    weeks = tuple(Week((OPEN,), duty, np.flatnonzero(demand.week == at)) for at in range(WEEKS))
    return Weeks(weeks, Week((OPEN,), duty, np.empty(0, np.int64)), tuple("ABCD"), TECHNICIANS)


def lived(seed: int = 0, hours: float = TRUE_EFFORT, a_week: int = 130) -> tuple[Demand, Weeks]:
    """The demand with the waits of a desk of four who work first come first served, so many hours a ticket."""
    demand = drawn_demand(seed, a_week)
    weeks = weeks_of(demand)
    history = trace(demand, weeks, np.arange(WEEKS), TECHNICIANS, Staff())
    effort = np.random.default_rng(seed + 1).gamma(1 / 1.5, hours * 1.5, len(demand)) + 0.01
    none = np.zeros(len(demand))
    answered, done = simulate(history, Handling(0.8, 0.0, np.inf, False, 0.0, 0.0, 0.0), Draw(effort, none, none, none))
    return replace(demand, response=answered, resolution=done, effort=effort), weeks
