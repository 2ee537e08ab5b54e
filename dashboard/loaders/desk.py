"""The desk and what it answers: learnt once a generation, simulated once a question, a first answer at once."""

from collections import OrderedDict
from collections.abc import Iterator
from dataclasses import dataclass, field, fields, replace
from pathlib import Path
from threading import Lock

import streamlit as st

from dashboard.loaders.cache import stamp
from dashboard.loaders.home import settings
from models.desk.months import RUNS, Outcome
from models.refresh.desks import LearntDesk, learn_desk
from models.refresh.hiring import Hiring, Question, answered, asked, simulated, uptake_of
from models.refresh.premium_money import Money, money
from models.refresh.scenario import Scenario, technicians_of
from models.uptake import Who
from pipelines.prices import Surcharge
from pipelines.settings import home_folder

FIRST_RUNS = 4
UPTAKES = tuple(tenth / 10 for tenth in range(11))
FEWER, MORE = 2, 5
MOST_KEPT = 24
# Settings that change nothing of a desk.
APART = ("prices", "scorecard", "email", "access")

__all__ = ["FEWER", "MORE", "UPTAKES", "Hiring", "LearntDesk", "Money", "Scenario"]


@dataclass
class _Kept:
    """Outcomes of the newest questions, shared by all who look."""

    lock: Lock = field(default_factory=Lock)
    outcomes: OrderedDict[str, Outcome] = field(default_factory=OrderedDict)


def desk() -> LearntDesk:
    """The desk of the history; raises TurnaroundError with what it lacks. The first time it may take half a minute."""
    found: LearntDesk = _learnt(str(home_folder()), stamp(), settled())
    return found


def answers(scenario: Scenario) -> Iterator[Hiring]:
    """A first answer of a few futures, then the whole one; the whole one alone where it is there already."""
    question, key = _question(scenario)
    whole = _found(key)
    if whole is None:
        first = simulated(question, runs=FIRST_RUNS)
        yield _of(scenario, question, first)
        whole = first + simulated(question, runs=RUNS - FIRST_RUNS, first_run=FIRST_RUNS)
        _keep(key, whole)
    yield _of(scenario, question, whole)


def _of(scenario: Scenario, question: Question, outcome: Outcome) -> Hiring:
    """The answer to the scenario itself, of which the question knows no more than the grid needs."""
    count, share = technicians_of(scenario, question.today), uptake_of(scenario, desk())
    return replace(answered(question, outcome), scenario=scenario, technicians=count, uptake=share)


def money_of(found: Hiring, surcharge: Surcharge) -> Money:
    """What Premium brings and costs at such a surcharge."""
    prices = replace(settings().prices, premium=surcharge)
    return money(desk(), found, prices, surcharge.amount)


def counts() -> range:
    """The numbers of technicians that are tried."""
    now = desk().desk.technicians
    return range(max(now - FEWER, 1), now + MORE + 1)


def _question(scenario: Scenario) -> tuple[Question, str]:
    """The question with its key: what stands in the grid anyway is not asked anew."""
    own = desk()
    tried = None if scenario.technicians in counts() else scenario.technicians
    share = uptake_of(scenario, own)
    grid = replace(scenario, technicians=tried, uptake=0.0 if round(share, 6) in UPTAKES else share)
    nobody_else = bool(scenario.clients) or not any(own.desk.demand.clients)
    question = asked(own, counts(), () if nobody_else else UPTAKES, settings().prices, grid)
    paid = settings().prices if scenario.who is Who.BEST_FIT else ""
    return question, f"{home_folder()} {stamp()} {settled()} {grid!r} {paid!r}"


def settled() -> str:
    """The settings that a desk depends on: prices, goals, mail and who may look have no part in it."""
    own = settings()
    return repr([getattr(own, part.name) for part in fields(own) if part.name not in APART])


@st.cache_resource
def _kept() -> _Kept:
    return _Kept()


def _found(key: str) -> Outcome | None:
    kept = _kept()
    with kept.lock:
        if key in kept.outcomes:
            kept.outcomes.move_to_end(key)
        return kept.outcomes.get(key)


def _keep(key: str, outcome: Outcome) -> None:
    kept = _kept()
    with kept.lock:
        kept.outcomes[key] = outcome
        while len(kept.outcomes) > MOST_KEPT:
            kept.outcomes.popitem(last=False)


@st.cache_resource(
    max_entries=4, ttl="12h", show_spinner="Learning how your desk works. The first time takes up to half a minute."
)
def _learnt(home: str, stamped: str, settled: str) -> LearntDesk:
    del stamped, settled  # part of the key: other data or settings, another desk
    return learn_desk(Path(home))
