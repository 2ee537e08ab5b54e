"""Open tickets at each moment: the probability of missing a target, beside the share of it that is used up."""

from collections.abc import Iterable

import numpy as np
import pandas as pd

from models.promise.known import Floats
from models.promise.risk import OpenRisk
from models.promise.scores import risk_record
from models.promise.snapshot import KEY
from tests.bench.means.figure import Figure
from tests.bench.promise_rivals.groups import group_quantile, kaplan_meier
from tests.bench.promise_rivals.replay import Replay, Step

# Business hours that a target can have.
STEPS = np.array([0.25, 0.5, 1, 2, 4, 8, 10, 20, 30, 50, 100, 150, 200, 300, 400, 600, 1000, 2000]) * 3600
FEW_OPEN = 5


def risk_figures(play: Replay, least_auc: float) -> Iterable[Figure]:
    """The target is what a desk would set: the group's Kaplan-Meier P80 as known then, rounded up."""
    judged = pd.concat([_judged(play, step) for step in play.steps()], ignore_index=True)
    late = judged["late"].to_numpy(bool)
    ours, used = (risk_record(judged[name].to_numpy(float), late) for name in ("risk", "used"))
    assert ours is not None
    assert used is not None
    yield Figure(f"{play.name}, open tickets: judged, {ours.late / ours.tickets:.0%} late", ours.tickets, "looks")
    yield Figure(f"{play.name}, open tickets: AUC", ours.auc, "", least_auc, more_is_better=True)
    yield Figure(f"{play.name}, open tickets: AUC of elapsed / target", used.auc, "")
    yield Figure(f"{play.name}, open tickets: Brier", ours.brier, "")
    yield Figure(f"{play.name}, open tickets: ECE", ours.error, "", 0.05)


def _judged(play: Replay, step: Step) -> pd.DataFrame:
    """Tickets still open inside the target today have come to nothing yet and are left out."""
    aimed = step.known.assign(target_seconds=_targets(step.known, play.relative))
    before, now = step.looks["known_at"] < step.moment, step.looks["known_at"] == step.moment
    said = OpenRisk().fit(aimed, step.looks[before]).breach_risk(aimed, step.looks[now])
    if len(said) < FEW_OPEN:
        return pd.DataFrame(columns=["risk", "used", "late"])
    ends = play.frame[[*KEY, "still_open"]].assign(last=play.frame["business_seconds"].to_numpy(float))
    both = said.merge(ends, on=KEY)
    both = both.assign(used=both["business_seconds"] / both["target_seconds"], late=both["last"] > both["target_seconds"])
    return both.loc[both["late"] | ~both["still_open"].astype(bool), ["risk", "used", "late"]]


def _targets(known: pd.DataFrame, relative: str) -> Floats:
    usual = group_quantile(known, known, relative, 0.8, kaplan_meier)
    return np.asarray(STEPS[np.clip(np.searchsorted(STEPS, usual), 0, len(STEPS) - 1)])
