"""Technicians by uptake: what each cell says, and whether it can be told from the goal."""

from typing import Any

import numpy as np
import pandas as pd

from dashboard import wording
from dashboard.digest.staffing_choice import Cell, at, counts_of, named, uptakes_of
from dashboard.wording import staffing_parts as words
from models.desk.decisions import GOOD_MONTHS
from models.refresh.hiring import Hiring
from pipelines.vocabulary import Clock

CHANCES = {"all": "chances", "possible": "possible"}


def measures(found: Hiring) -> list[str]:
    """What the grid can show: without promises that nobody keeps, there is nothing to set aside."""
    promised = set(found.shares[found.shares["promised"] > 0]["clock"])
    return [
        name for name in words.MEASURES if name == "all" or (name == "possible" and found.hopeless) or name in promised
    ]


def default(found: Hiring) -> str:
    """First replies in time; where none is promised, what is."""
    names, clocks = measures(found), [str(clock) for clock in Clock]
    return next((name for name in clocks if name in names), names[0])


def same(grid: pd.DataFrame) -> bool:
    """Whether every cell says the same, in whole percent."""
    return len(set(grid["share"].round(2))) == 1


def measured(found: Hiring, name: str) -> pd.DataFrame:
    """One row a cell: technicians, uptake, share, low, high, never, n (tickets promised; 0 for a chance)."""
    if name in CHANCES:
        own: pd.DataFrame = getattr(found, CHANCES[name])
        return own.rename(columns={"chance": "share"}).drop(columns="busy_share").assign(n=0.0)
    own = found.shares[found.shares["clock"] == name].rename(columns={"kept": "share", "promised": "n"})
    never = found.chances[["technicians", "uptake", "never"]]
    return own.drop(columns="clock").merge(never, on=["technicians", "uptake"])


def goal(name: str, goals: dict[str, float]) -> float:
    """What a cell is held against."""
    return GOOD_MONTHS if name in CHANCES else goals[name]


def cells(found: Hiring, name: str, aim: float) -> pd.DataFrame:
    """The measured cells with text, hover, told (differs from the goal), strength (-1 good .. 1 bad), place x and y."""
    grid = measured(found, name)
    low, high = grid["low"].to_numpy(float), grid["high"].to_numpy(float)
    away = grid["share"].to_numpy(float) - aim
    strength = np.where(away >= 0, -away / max(1 - aim, 0.05), -away / (aim if name in CHANCES else 0.4))
    return grid.assign(
        text=["never" if row["never"] else wording.percent(row["share"]) for row in grid.to_dict("records")],
        hover=[_hover(row, named=named(found)) for row in grid.to_dict("records")],
        told=((low >= aim) | (high < aim)) & ~grid["never"].to_numpy(bool),
        strength=np.clip(strength, -1, 1),
        x=grid["technicians"].map(counts_of(found).index),
        y=grid["uptake"].map(uptakes_of(found).index),
    )  # fmt: skip


def _hover(row: dict[Any, Any], *, named: bool) -> str:
    start = wording.counted(int(row["technicians"]), "technician")
    start += f", {wording.percent(row['uptake'])} of clients on Premium" if named else ""
    if row["never"]:
        return f"{start}<br>never catches up"
    of = f" of {wording.counted(round(row['n']), 'ticket')}" if row["n"] else " of months"
    span = f"{wording.percent(row['low'])} to {wording.percent(row['high'])}"
    return f"{start}<br>{wording.percent(row['share'], digits=1)}{of} ({span})"


def table(found: Hiring) -> pd.DataFrame:
    """Every cell with every measure, for a table and a file; shares in percent."""
    rows = found.chances[["technicians", "uptake", "busy_share", "never"]].copy()
    shown = pd.DataFrame(
        {
            "Technicians": rows["technicians"],
            "Clients on Premium (%)": (100 * rows["uptake"]).round(1),
            "Technicians busy (%)": (100 * rows["busy_share"]).round(1),
            "Never catches up": np.where(rows["never"], "yes", "no"),
        }
    )
    for name in measures(found):
        own = rows.merge(measured(found, name).drop(columns="never"), on=["technicians", "uptake"])
        for part, suffix in (("share", ""), ("low", ", low"), ("high", ", high")):
            told = (100 * own[part]).round(1).where(~own["never"])
            shown[f"{COLUMNS[name]}{suffix} (%)"] = told.to_numpy()
    return shown


COLUMNS = {
    "all": "Months that keep every promise",
    "possible": "Months that keep every possible promise",
    str(Clock.FIRST_RESPONSE): "First replies in time",
    str(Clock.RESOLUTION): "Resolutions in time",
}


def place(cells: pd.DataFrame, cell: Cell) -> tuple[int, int]:
    """Where a cell stands in the picture: x and y."""
    own = at(cells, cell).iloc[0]
    return int(own["x"]), int(own["y"])


def note(cells: pd.DataFrame) -> str:
    """What `never` means, where it stands."""
    return f"{words.NEVER}." if cells["never"].any() else ""
