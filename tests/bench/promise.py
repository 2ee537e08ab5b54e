"""Promises on histories that nobody here wrote, made as known then and judged by what came, beside their rivals.

UCI weekly (tickets opened before June 2016; 99 % were) from the median opening on, the Italian help desk every 28 days
from the 40 % quantile on. A share kept is of the unrounded promise, with open tickets as Kaplan and Meier take them.
Length at equal coverage: each method's promises (plus six minutes) times the one factor that keeps exactly nine in ten;
tickets for which ours has no promise are left out of it. The baseline is the group quantile that drops open tickets.
"""

import logging
import tempfile
from collections.abc import Iterable
from pathlib import Path

from pipelines.intake.answers import Answers
from pipelines.journey import load_files, load_sample
from pipelines.vocabulary import Clock
from tests.bench.means.figure import Figure
from tests.bench.promise_rivals.distance import distance_figures
from tests.bench.promise_rivals.kept import Goals, kept_figures
from tests.bench.promise_rivals.promised import promises_of
from tests.bench.promise_rivals.replay import Replay, Told, replay, told
from tests.bench.promise_rivals.risks import risk_figures
from tests.bench.promise_rivals.speed import speed_figures
from tests.bench.promise_rivals.truth import truth_figures
from tests.bench.promise_rivals.violations import violation_figures
from tests.conftest import REALDATA
from tests.loading import World

UCI, ITALIAN, BOSTON = "uci_incident_event_log.csv.gz", "italian_helpdesk_events.csv.gz", "boston311_closed_requests.csv.gz"
CLOCKS = (Clock.RESOLUTION, Clock.FIRST_RESPONSE)
NO_ANSWER = Answers()


def measure(*, big: bool) -> Iterable[Figure]:
    """Shares kept and lengths, then risks, orders, effects that are not there, the known truth, and speed."""
    logging.disable(logging.INFO)  # MAPIE has much to say
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        uci, italian = loaded(folder / "uci", UCI), loaded(folder / "italian", ITALIAN)
        yield from against_rivals(uci, italian)
        yield from risk_figures(weekly("UCI resolution", uci, Clock.RESOLUTION), 0.8)
        yield from risk_figures(monthly("Italian resolution", italian, Clock.RESOLUTION), 0.73)
        boston = World(folder / "boston")
        history = loaded(boston.home, BOSTON, Answers(timezone="UTC"))
        yield from distance_figures(history.of(Clock.RESOLUTION), boston.frame("accepted_ticket"))
        load_sample(folder / "sample")
        sample = told(folder / "sample")
        yield from violation_figures(sample.of(Clock.RESOLUTION))
        yield from truth_figures(sample)
        yield from speed_figures(uci.of(Clock.RESOLUTION), big=big)


def against_rivals(uci: Told, italian: Told) -> Iterable[Figure]:
    """Every method on the two histories, both clocks."""
    uci_goals = Goals(2, 3, shorter=0.8, shown=2), Goals(2, 3, shown=2)
    italian_goals = Goals(2, 3, shorter=0.9), Goals(3, 5)
    for name, clock, goals in zip(("resolution", "response"), CLOCKS, uci_goals, strict=True):
        yield from kept_figures(f"UCI {name}", promises_of(weekly(f"UCI {name}", uci, clock)), goals)
    for name, clock, goals in zip(("resolution", "response"), CLOCKS, italian_goals, strict=True):
        yield from kept_figures(f"Italian {name}", promises_of(monthly(f"Italian {name}", italian, clock)), goals)


def weekly(name: str, uci: Told, clock: Clock) -> Replay:
    return replay(name, uci, clock, "priority", days=7, after=0.5, before="2016-06-01")


def monthly(name: str, italian: Told, clock: Clock) -> Replay:
    return replay(name, italian, clock, "tier", days=28, after=0.4)


def loaded(home: Path, file: str, answers: Answers = NO_ANSWER) -> Told:
    """A real export, through the real way in."""
    load_files(home, [REALDATA / file], answers)
    return told(home)
