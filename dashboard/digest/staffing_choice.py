"""What the owner has chosen on the page about staffing, as a cell of the grid that was simulated."""

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd

from models.desk.months import RUNS
from models.refresh import hiring
from models.refresh.hiring import Hiring


@dataclass(frozen=True)
class Cell:
    """A number of technicians at an uptake (share of clients)."""

    technicians: int
    uptake: float


def chosen(found: Hiring) -> Cell:
    """The cell of the scenario; where clients are named, that in which exactly they have bought."""
    uptakes = uptakes_of(found)
    wanted = max(uptakes) if found.scenario.clients else found.uptake
    return Cell(found.technicians, min(uptakes, key=lambda own: abs(own - wanted)))


def named(found: Hiring) -> bool:
    """Whether any ticket names its client, so that somebody can buy Premium."""
    return any(len(one.bought) for one in found.sold)


def said_uptake(found: Hiring) -> float | None:
    """The chosen uptake for sentences; None where nobody could buy."""
    return chosen(found).uptake if named(found) else None


def uptakes_of(found: Hiring) -> list[float]:
    """The uptakes of the grid, ascending."""
    return sorted({float(own) for own in found.chances["uptake"]})


def counts_of(found: Hiring) -> list[int]:
    """The numbers of technicians of the grid, ascending."""
    return sorted({int(own) for own in found.chances["technicians"]})


def at(frame: pd.DataFrame, cell: Cell, **more: Any) -> pd.DataFrame:
    """The rows of a cell."""
    own = _lies_in(frame, cell)
    for name, value in more.items():
        own &= frame[name].to_numpy() == value
    return frame[own]


def _lies_in(frame: pd.DataFrame, cell: Cell) -> np.ndarray:
    uptakes = frame["uptake"].to_numpy(float)
    found: np.ndarray = (frame["technicians"].to_numpy() == cell.technicians) & np.isclose(uptakes, cell.uptake)
    return found


def never(found: Hiring, cell: Cell) -> bool:
    """Whether the desk never catches up there."""
    return bool(found.chances["never"].to_numpy()[_lies_in(found.chances, cell)].any())


def next_hire(found: Hiring) -> pd.DataFrame | None:
    """One row a clock with promises: before, after, change, and low and high of nine in ten futures.

    None where one more was not tried. Shares are those of the grid, so that a cell says the same everywhere.
    """
    cell = chosen(found)
    changed = hiring.next_hire(found, cell.technicians, cell.uptake)
    if changed is None:
        return None
    told = changed.dropna(subset=["change"]).reset_index(drop=True)
    before, after = (
        at(found.shares, Cell(count, cell.uptake)).set_index("clock")["kept"].reindex(told["clock"]).to_numpy(float)
        for count in (cell.technicians, cell.technicians + 1)
    )
    return told.assign(before=before, after=after, change=after - before)


def is_whole(found: Hiring) -> bool:
    """Whether it is the refined answer, of every future."""
    return len(found.outcome.busy) >= RUNS


def key(found: Hiring, name: str) -> str:
    """The key of a part: the first answer's is another, as both are drawn in one run."""
    return name if is_whole(found) else f"{name}-first"
