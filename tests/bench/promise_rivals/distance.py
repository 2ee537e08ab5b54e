"""Requests of a city, as visits from its City Hall: distance makes no difference there, and none may be invented."""

from collections.abc import Callable, Iterable

import numpy as np
import pandas as pd

from models.promise.hazard import LadderHazard
from models.promise.known import Floats
from models.promise.proposals import proposals
from models.promise.segments import clocks_of, fit_segments
from models.promise.snapshot import KEY
from tests.bench.means.figure import Figure

CITY_HALL = (42.3602, -71.0578)
EARTH_KM = 6371.0
RESAMPLES = 10
FAR_OFF = 10**9  # a contract step beyond every promise
NAMES = ["issue_kind", "issue_type", "work_mode", "distance_position"]
Factor = Callable[[pd.DataFrame], float]


def distance_figures(frame: pd.DataFrame, tickets: pd.DataFrame) -> Iterable[Figure]:
    """The factor from the nearest quarter of the visits to the farthest, and the highest of ten resamples."""
    visits = _visits(frame, tickets)
    gate = fit_segments(visits, by_priority=False).differences["distance"]
    yield Figure("Boston: distance taken for a difference by the gate", int(gate), "", 0)
    ways: dict[str, Factor] = {"a promise a segment": _by_segment, "the model with distance forced in": _forced}
    for name, factor in ways.items():
        again = [factor(visits.sample(len(visits), replace=True, random_state=number, ignore_index=True)) for number in range(RESAMPLES)]
        yield Figure(f"Boston, {name}: farthest against nearest", factor(visits), "x", 1.1)
        yield Figure(f"Boston, {name}: the highest of {RESAMPLES} resamples", max(again), "x", 1.25)


def _visits(frame: pd.DataFrame, tickets: pd.DataFrame) -> pd.DataFrame:
    placed = frame.merge(tickets[[*KEY, "latitude", "longitude"]].dropna(), on=KEY)
    km = kilometres(placed["latitude"].to_numpy(float), placed["longitude"].to_numpy(float))
    band = np.digitize(km, np.quantile(km, [0.25, 0.5, 0.75]))
    return placed.assign(work_mode="on_site", distance_band=[f"quarter {number}" for number in band], distance_position=band)


def kilometres(latitude: Floats, longitude: Floats) -> Floats:
    """From City Hall, along the great circle."""
    here, there = np.radians(CITY_HALL), np.radians(np.column_stack([latitude, longitude]))
    half = (there - here) / 2
    chord = np.sin(half[:, 0]) ** 2 + np.cos(here[0]) * np.cos(there[:, 0]) * np.sin(half[:, 1]) ** 2
    return np.asarray(2 * EARTH_KM * np.arcsin(np.sqrt(chord)))


def _by_segment(visits: pd.DataFrame) -> float:
    learnt = fit_segments(visits, by_priority=False)
    made = proposals(learnt.rows, learnt.safe, learnt.ends, {None: 0.9}, [FAR_OFF])
    table = made.pivot_table(index="issue_type", columns="distance_position", values="promised_seconds", aggfunc="first")
    tickets = made.groupby("issue_type")["n"].sum().to_dict()
    both = table[[0, 3]].astype(float).dropna()
    return _mean_factor(both[3].to_numpy(), both[0].to_numpy(), np.array([tickets[name] for name in both.index], float))


def _forced(visits: pd.DataFrame) -> float:
    model = LadderHazard().fit(visits[NAMES], clocks_of(visits))
    far, near = (model.promise(visits[NAMES].assign(distance_position=band)) for band in (3, 0))
    finite = np.isfinite(far) & np.isfinite(near)
    return _mean_factor(far[finite], near[finite], np.ones(int(finite.sum())))


def _mean_factor(far: Floats, near: Floats, weights: Floats) -> float:
    """The geometric mean over tickets; six minutes more on both sides, so that nothing is nothing."""
    return float(np.exp(np.average(np.log((far + 360) / (near + 360)), weights=weights)))
