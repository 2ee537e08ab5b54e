"""The figures under the answer about hiring."""

from dataclasses import dataclass
from typing import Literal

import numpy as np

from dashboard import wording
from dashboard.digest.staffing_choice import Cell, at, chosen, never, next_hire
from dashboard.wording import staffing as words
from dashboard.wording import staffing_parts as parts
from models.desk.decisions import ENDS
from models.refresh.hiring import Hiring, enough
from pipelines.vocabulary import Clock

NEED_HELP = "So that clients without Premium are served as well as today at this share of clients with Premium."
BUSY_HELP = "Of the hours on duty, lunch and absence taken out. Below: nine in ten futures of three months."
MORE_HELP = "Points of first replies in time. Below: nine in ten futures of three months; grey where it may be none."


@dataclass(frozen=True)
class Card:
    """One figure with what stands under it."""

    label: str
    value: str
    beside: str
    help: str
    note: str | None = None
    colour: Literal["green", "orange", "gray"] = "gray"


def cards(found: Hiring, goals: dict[str, float]) -> list[Card]:
    """Needed, first replies and resolutions in time, busy share, one more technician."""
    cell = chosen(found)
    kept = [_in_time(found, cell, clock, goals[str(clock)]) for clock in Clock]
    return [_needed(found, cell), *filter(None, kept), _busy(found, cell), _more(found, cell)]


def _needed(found: Hiring, cell: Cell) -> Card:
    most = found.as_today.most
    number, low, high = enough(found.as_today, cell.uptake)
    if np.isnan(number):
        return Card("Technicians needed", wording.DASH, words.NOBODY, NEED_HELP)
    value = words.people(number, most).replace("more than", "over")
    span = words.between(low, high, most)
    if span == words.people(number, most):
        return Card("Technicians needed", value, "almost always", NEED_HELP)
    return Card("Technicians needed", value, span, NEED_HELP, "9 times in 10")


def _in_time(found: Hiring, cell: Cell, clock: Clock, goal: float) -> Card | None:
    row = at(found.shares, cell, clock=str(clock)).iloc[0]
    if not row["promised"] > 0:
        return None
    label = "First replies in time" if clock is Clock.FIRST_RESPONSE else "Resolutions in time"
    told = f"Of {wording.counted(round(row['promised']), 'ticket')} with a target in three months. Below: 90% interval."
    if never(found, cell):
        return Card(label, "never", "never catches up", told)
    span = f"{wording.percent(row['low'])} to {wording.percent(row['high'])}"
    colour: Literal["green", "orange", "gray"] = (
        "green" if row["low"] >= goal else "orange" if row["high"] < goal else "gray"
    )
    return Card(label, wording.percent(row["kept"], beside=goal), span, told, f"goal {wording.percent(goal)}", colour)


def _busy(found: Hiring, cell: Cell) -> Card:
    place = next(
        number
        for number, lane in enumerate(found.outcome.lanes)
        if lane.technicians == cell.technicians and np.isclose(lane.uptake, cell.uptake)
    )
    low, high = np.quantile(found.outcome.busy[:, place], ENDS)
    share = float(at(found.chances, cell)["busy_share"].iloc[0])
    span = f"{wording.percent(low)} to {wording.percent(high)}"
    return Card("Technicians busy", wording.percent(share), span, BUSY_HELP)


def _more(found: Hiring, cell: Cell) -> Card:
    label, changed = "One more technician", next_hire(found)
    if changed is None or changed.empty:
        return Card(label, wording.DASH, "not tried" if changed is None else "no promise", MORE_HELP)
    if never(found, cell):
        return Card(label, wording.DASH, "never catches up", MORE_HELP)
    row = changed.iloc[0]
    what = "first replies" if row["clock"] == str(Clock.FIRST_RESPONSE) else "resolutions"
    span = parts.change(row["change"], row["low"], row["high"]).removesuffix(" pts")
    colour: Literal["green", "gray"] = "green" if row["low"] > 0 else "gray"
    return Card(label, wording.points(row["change"]), span, MORE_HELP, what, colour)
