"""A history played again: at each moment what was known then, and the tickets that came in until the next."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pandas as pd

from models.promise.snapshot import as_known
from models.refresh.stored_promises import contract_ladder
from pipelines.history.generations import DATABASE, current_generation, open_history
from pipelines.measure.known import clocks_for_promise, known_then
from pipelines.measure.results import priorities_matter
from pipelines.settings import read_settings
from pipelines.vocabulary import Clock


@dataclass(frozen=True)
class Told:
    """A loaded history: the clocks of clocks_for_promise, where it lies and what its owner has set."""

    home: Path
    frame: pd.DataFrame
    by_priority: bool
    ladder: Sequence[int]

    def of(self, clock: Clock) -> pd.DataFrame:
        return self.frame[self.frame["clock"] == clock].reset_index(drop=True)


@dataclass(frozen=True)
class Step:
    """`known`: the history as known at `moment`; `came`: the tickets until the next; looks: known_then up to it."""

    moment: datetime
    known: pd.DataFrame
    came: pd.DataFrame
    looks: pd.DataFrame


@dataclass(frozen=True)
class Replay:
    """One clock of a history, played from `moments`; relative: what tells groups apart beside the issue type."""

    name: str
    told: Told
    frame: pd.DataFrame
    looks: pd.DataFrame
    moments: Sequence[datetime]
    every: timedelta
    relative: str

    def steps(self) -> Iterator[Step]:
        for moment in self.moments:
            started = self.frame["started_at"]
            came = self.frame[(started >= moment) & (started < moment + self.every)].reset_index(drop=True)
            if len(came):
                looks = self.looks[self.looks["known_at"] <= moment]
                yield Step(moment, as_known(self.frame, self.looks, moment), came, looks)


def told(home: Path) -> Told:
    """What the history of a home tells."""
    with open_history(home) as history:
        frame, by_priority = clocks_for_promise(history), priorities_matter(history)
    return Told(home, frame, by_priority, contract_ladder(read_settings(home)))


def replay(name: str, history: Told, clock: Clock, relative: str, *, days: int, after: float, before: str | None = None) -> Replay:
    """Every `days` from the quantile `after` of the openings on; `before`: tickets opened later are left out."""
    frame = history.of(clock)
    frame = frame[frame["started_at"] < before].reset_index(drop=True) if before else frame
    first, every = frame["started_at"].sort_values().iloc[int(len(frame) * after)].ceil("D"), timedelta(days=days)
    moments = pd.date_range(first, frame["started_at"].max(), freq=every)
    earlier = pd.date_range(end=first - every, periods=(first - frame["started_at"].min()) // every, freq=every)
    asked = [at.to_pydatetime() for at in [*earlier, *moments]]
    folder = current_generation(history.home)
    assert folder is not None
    looks = known_then(folder / DATABASE, asked, read_settings(history.home).clocks_that_pause)
    own = looks[looks["clock"] == clock].reset_index(drop=True)
    return Replay(name, history, frame, own, [at.to_pydatetime() for at in moments], every, relative)
