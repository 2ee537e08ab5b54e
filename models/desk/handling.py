"""How a desk works, as far as it can be learnt: who goes first, in how many sittings, how soon a ticket is noticed."""

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from models.desk.demand import Demand
from models.desk.hours import later, open_until
from models.desk.kernel import Floats, Hours, Ints, Promises, Work
from models.desk.timeline import GROUPS, ORDINARY, PREMIUM, URGENT

# Hours by which one class of tickets goes before another, far more than any wait.
FIRST, BEFORE = 1e8, 1e7
AFTER_ALL = 1e5


class Rule(StrEnum):
    """Which waiting ticket is taken next."""

    PREMIUM_FIRST = "premium first"
    EARLIEST_DUE = "earliest due"
    FIRST_COME = "first come"


@dataclass(frozen=True)
class Handling:
    """What is learnt of a desk.

    busy_share: work over duty at the measured load, from which the effort of a ticket follows. look_hours: a first look
    that answers, 0 where work begins at once. longest_sitting: hours after which others may go first, infinite where
    work goes through. answers_first: unanswered tickets go before work. urgency_hours: hours that a ticket gives way by
    for each step of priority. notice: share of the quiet-time wait that nobody's hands explain. arranged: share of the
    time after the answer that is neither work nor queue, such as a date for a visit.
    """

    busy_share: float
    look_hours: float
    longest_sitting: float
    answers_first: bool
    urgency_hours: float
    notice: float
    arranged: float


@dataclass(frozen=True)
class Draw:
    """What tickets turned out to need: hours of effort, until noticed, arranged for later, and paused."""

    effort: Floats
    notice: Floats
    arranged: Floats
    paused: Floats


def work_of(demand: Demand, draw: Draw, handling: Handling, hours: Hours, rule: Rule) -> tuple[Work, Ints]:
    """What comes in, in order, and which ticket of the demand each is."""
    noticed = np.maximum(later(hours, demand.calendar, demand.opened, draw.notice), demand.opened)
    order = np.argsort(noticed, kind="stable")
    first, work, between = _sittings(draw, handling, order)
    keys = _keys(demand, handling, hours, rule)[:, order]
    urgent = (demand.urgency[order] == 0) & (demand.urgency.max(initial=0) > 0)
    plain = np.where(urgent, URGENT, np.array([[ORDINARY], [PREMIUM]]))
    groups = (plain + GROUPS * demand.skill[order]).astype(np.uint8)
    after = AFTER_ALL if handling.answers_first else 0.0
    return Work(noticed[order], keys, groups, first, work, between, demand.calendar[order], after), order


def _sittings(draw: Draw, handling: Handling, order: Ints) -> tuple[Ints, Floats, Floats]:
    """The first sitting of each ticket, and hours and gap of each sitting: a look, a wait for others, the rest."""
    effort, gap = draw.effort[order], (draw.paused + draw.arranged)[order]
    look = np.minimum(handling.look_hours, effort / 2)
    look = np.where((look == 0) & (gap > 0), effort / 2, look)
    rest = effort - look
    pieces = np.maximum(np.ceil(rest / handling.longest_sitting - 1e-9), 1).astype(np.int64)
    sittings = pieces + (look > 0)
    first = np.concatenate([[0], np.cumsum(sittings)]).astype(np.int64)
    work, between = np.repeat(rest / pieces, sittings), np.zeros(first[-1])
    looked = first[:-1][look > 0]
    work[looked], between[looked] = look[look > 0], gap[look > 0]
    return first, work, between


def _keys(demand: Demand, handling: Handling, hours: Hours, rule: Rule) -> Floats:
    """[premium, ticket]: who goes first. The most urgent always do; then Premium, where the rule says so."""
    if rule is Rule.EARLIEST_DUE:
        due = np.stack([later(hours, demand.calendar, demand.opened, own) for own in demand.response_target])
        return np.where(np.isnan(due), demand.opened + 24 * 7, due)
    steps = np.where(demand.urgency == 0, -FIRST, demand.urgency * handling.urgency_hours)
    several = demand.urgency.max(initial=0) > 0
    key = demand.opened + (steps if several else 0.0)
    return np.stack([key, key - BEFORE if rule is Rule.PREMIUM_FIRST else key])


def promises_of(demand: Demand, paused: Floats, hours: Hours, order: Ints, month: Ints) -> Promises:
    """When the clocks of tickets are due; the resolution clock stands while a ticket waits for others."""
    calendar, opened = demand.calendar, demand.opened
    due = [np.stack([later(hours, calendar, opened, own + extra) for own in targets]) for targets, extra in (
        (demand.response_target, 0.0), (demand.resolution_target, paused),
    )]  # fmt: skip
    return Promises(
        month[order], demand.kind[order], open_until(hours, calendar, opened)[order], due[0][:, order], due[1][:, order]
    )
