"""The sample's P90 against the truth: the same firm made again with other seeds, measured the same way, pooled.

A segment's own thirty tickets cannot tell its P90; those of twelve firms like it in the same last three months can. Only
these months: visits are booked later from month to month, and a promise is for tickets that come in now.
"""

import tempfile
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

import numpy as np
import pandas as pd

from models.promise.proposals import proposals
from models.promise.segment import SEGMENT
from models.promise.segments import fit_segments
from models.shares import done_curve
from pipelines.intake.answers import Answers
from pipelines.journey import load_files
from pipelines.sample import write_sample
from pipelines.vocabulary import Clock
from tests.bench.means.figure import Figure
from tests.bench.promise_rivals.replay import Told, told

SEEDS = range(1, 13)
LAST = timedelta(days=91)
FILES = ("clients.csv", "targets.csv", "tickets.csv.gz", "status_history.csv.gz")
FEWEST_KNOWN = 100


def truth_figures(sample: Told) -> Iterable[Figure]:
    """The error of log P90 in segments of thirty tickets or more."""
    pool = pd.concat([_other_firm(seed) for seed in SEEDS], ignore_index=True)
    for clock in Clock:
        known, others = sample.of(clock), pool[pool["clock"] == clock]
        learnt = fit_segments(known, by_priority=sample.by_priority)
        made = proposals(learnt.rows, learnt.safe, learnt.ends, {None: 0.9}, sample.ladder)
        yield from _errors(str(clock).replace("_", " "), made[made["n"] >= 30], others, by_priority=sample.by_priority)


def _errors(name: str, made: pd.DataFrame, others: pd.DataFrame, *, by_priority: bool) -> Iterable[Figure]:
    names = [key for key in SEGMENT if by_priority or key != "priority"]
    truth = others.assign(key=_key(others, names)).groupby("key")[["business_seconds", "still_open"]].apply(_ninth)
    both = made.assign(key=_key(made, names)).merge(truth.dropna().rename("truth"), left_on="key", right_index=True)
    error = np.log((both["promised_seconds"].to_numpy(float) + 360) / (both["truth"].to_numpy(float) + 360))
    error = error[np.isfinite(error)]
    yield Figure(f"sample {name}: segments of 30 with a known truth", len(error), f"of {len(made)}")
    yield Figure(f"sample {name}: log error of P90, mean", float(np.abs(error).mean()), "", 0.35)
    yield Figure(f"sample {name}: log error of P90, nine in ten below", float(np.quantile(np.abs(error), 0.9)), "")


def _ninth(own: pd.DataFrame) -> float:
    time = done_curve(own["business_seconds"].to_numpy(float), ~own["still_open"].to_numpy(bool)).time_of(0.9)
    return time if len(own) >= FEWEST_KNOWN and np.isfinite(time) else float("nan")


def _key(frame: pd.DataFrame, names: list[str]) -> pd.Series:
    key: pd.Series = frame[names].astype(object).where(frame[names].notna(), "").astype(str).agg(" | ".join, axis=1)
    return key


def _other_firm(seed: int) -> pd.DataFrame:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_sample(folder / "files", seed)
        load_files(folder / "home", [folder / "files" / file for file in FILES], Answers(allow_quarantine=True))
        frame = told(folder / "home").frame
    last: pd.DataFrame = frame[frame["started_at"] >= frame["as_of"].max() - LAST]
    return last
