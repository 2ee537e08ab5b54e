"""The weeks ahead: those of the firm's own history in another order, with whoever works then and whatever grows."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

import numpy as np

from models.desk.demand import WEEK, Demand
from models.desk.desk import Desk
from models.desk.handling import Rule, promises_of, work_of
from models.desk.kernel import Bytes, Crew, Flags, Floats, Hours, Ints, Promises, Work
from models.desk.timeline import Staff, placed, timeline

WEEKS, WARM_UP, MONTHS = 13, 2, 3


@dataclass(frozen=True)
class Future:
    """How the weeks to come differ from those of the history: growth in clients, who goes first, who is there.

    away: so many of each lane's technicians are not there. from_today: they begin with the tickets that are open at the
    latest export, in place of weeks that lead up to them.
    """

    growth: float = 0.0
    rule: Rule = Rule.PREMIUM_FIRST
    staff: Staff | None = None
    away: int = 0
    from_today: bool = False


AS_NOW = Future()
START = WARM_UP * WEEK
# A ticket that has been open for longer is nobody's next work.
OLDEST_DAYS = 90
# What is left to do of a ticket that was answered already.
LEFT = 0.5


@dataclass(frozen=True)
class Ahead:
    """One future, whatever is tried in it: what comes in, when, for whom, and what it needs."""

    came: Demand
    rows: Ints
    hours: Hours
    crew: Crew
    work: Work
    promises: Promises
    order: Ints
    paused: Floats

    def premium(self, buys: Sequence[Flags]) -> Bytes:
        """[lane, ticket in the order of work], of flags a client: who has bought Premium."""
        return np.stack(buys)[:, self.came.client[self.order]].astype(np.uint8)

    def there(self, people: Sequence[int], most: int) -> Flags:
        """[lane, one of the crew]: who works; whoever is on call or covers stands after `most` technicians."""
        there = np.stack([np.arange(len(self.crew.on)) < count for count in people])
        there[:, most:] = True
        return there


def weeks_ahead(desk: Desk, most: int, future: Future, run: int) -> Ahead:
    """Future number `run`: the same whatever is tried in it, with the duty of `most` technicians."""
    dice = np.random.default_rng([run, 20_24])
    picks = dice.integers(len(desk.weeks), size=WARM_UP + WEEKS)
    came, rows = _arrivals(desk, picks, future.growth, dice)
    if future.from_today:
        came, rows = _after_open_ones(desk, came, rows)
    hours, crew = timeline(desk.weeks, picks, most, future.staff or desk.staff)
    handling = desk.fit.handlings[run % len(desk.fit.handlings)]
    draw = desk.known.draw(came, handling, desk.scale(handling), dice)
    if future.from_today:
        begun = (came.opened < START) & np.isfinite(came.response)
        draw = replace(draw, effort=np.where(begun, draw.effort * LEFT, draw.effort))
    work, order = work_of(came, draw, handling, hours, future.rule)
    promises = promises_of(came, draw.paused, hours, order, _months(came))
    return Ahead(came, rows, hours, crew, work, promises, order, draw.paused)


def _months(came: Demand) -> Ints:
    """The month of each ticket, from the end of the warm-up on; -1 before it."""
    month = np.floor((came.opened / WEEK - WARM_UP) / (WEEKS / MONTHS)).astype(np.int64)
    return np.clip(month, -1, MONTHS - 1)


def _arrivals(desk: Desk, picks: Ints, growth: float, dice: np.random.Generator) -> tuple[Demand, Ints]:
    """The tickets of the picked weeks, and their places in the desk's demand.

    With growth, those of some clients come a second time, from another week; with less than today's, some are left out.
    """
    tickets, opened = placed(desk.demand, desk.weeks, picks)
    if growth < 0:
        stay = _some(desk, tickets, 1 + growth, dice)
        tickets, opened = tickets[stay], opened[stay]
    rows, at = [tickets], [opened]
    for more in _shares(growth):
        others, when = placed(desk.demand, desk.weeks, dice.permutation(picks))
        alike = _some(desk, others, more, dice)
        rows.append(others[alike])
        at.append(when[alike])
    found, hours = np.concatenate(rows), np.concatenate(at)
    order = np.argsort(hours, kind="stable")
    return replace(desk.demand.of(found[order]), opened=hours[order]), found[order]


def open_today(demand: Demand) -> Ints:
    """The tickets that are open at the latest export and not forgotten, the oldest first."""
    return np.flatnonzero(demand.still_open & (demand.opened > demand.opened[-1] - OLDEST_DAYS * 24))


def _after_open_ones(desk: Desk, came: Demand, rows: Ints) -> tuple[Demand, Ints]:
    """The open tickets, waiting at the start, and after them what comes in from then on."""
    waiting, new = open_today(desk.demand), np.flatnonzero(came.opened >= START)
    before = START - 1e-3 * np.arange(len(waiting), 0, -1)
    both = np.concatenate([waiting, rows[new]])
    return replace(desk.demand.of(both), opened=np.concatenate([before, came.opened[new]])), both


def _some(desk: Desk, tickets: Ints, share: float, dice: np.random.Generator) -> Flags:
    """Which of the tickets are of a drawn share of clients; of tickets, where no clients are told apart."""
    clients = dice.random(len(desk.demand.clients)) < share
    return clients[desk.demand.client[tickets]] if len(clients) > 1 else dice.random(len(tickets)) < share


def _shares(growth: float) -> Iterator[float]:
    """Whole copies, and what is left of one."""
    while growth > 0:
        yield min(growth, 1.0)
        growth -= 1.0
