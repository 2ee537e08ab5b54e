"""The scorecard as rows and cells, and the sentences above it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from math import isnan
from typing import Any

import pandas as pd

from dashboard import wording
from dashboard.wording import scorecard as words
from models.scorecard import FEW, MET, ODD, PLAIN, Number, single_misses, worth_talking
from pipelines.scorecard import HOURS, SHARES

HAIR_SPACE = "\u200a"
NUMBER, OWNER, GOAL, TREND = "Number", "Owner", "Goal", "Trend"


@dataclass(frozen=True)
class Cell:
    """One week of a number: value is missing where there are too few tickets; of: the tickets it rests on."""

    week: date
    text: str
    mark: str
    value: float
    of: int


@dataclass(frozen=True)
class Row:
    """One number; cells are newest first, the trend oldest first."""

    name: str
    label: str
    owner: str
    goal: str
    cells: tuple[Cell, ...]
    trend: tuple[float, ...]


def rows(numbers: Sequence[Number]) -> list[Row]:
    """The scorecard, the most important number first."""
    return [_row(number) for number in numbers]


def _row(number: Number) -> Row:
    cells = tuple(_cell(number, week) for week in number.weeks.iloc[::-1].to_dict("records"))
    trend = tuple(float(value) for value in number.weeks["value"].dropna())
    goal = words.goal_text(number.name, number.goal, number.better)
    return Row(number.name, words.LABELS[number.name], number.owner, goal, cells, trend)


def _cell(number: Number, week: dict[Any, Any]) -> Cell:
    value, of = float(week["value"]), int(week["of"])
    text = wording.DASH if isnan(value) and not of else words.value(number.name, value, number.goal)
    sign = words.SIGNS.get(week["mark"], "")
    return Cell(pd.Timestamp(week["week"]).date(), f"{sign} {text}".strip(), str(week["mark"]), value, of)


def answer(numbers: Sequence[Number]) -> list[str]:
    """What is off track now; in Markdown."""
    found = list(numbers)
    talk, single = worth_talking(found), single_misses(found)
    marks = [one.mark for one in found]
    missed = [f"{words.LABELS[one.name]} ({_now(one)}; goal {_goal(one)})" for one in single]
    odd = [_unusual(one) for one in found if one.mark == ODD]
    counts = marks.count(MET), marks.count(FEW), marks.count(PLAIN)
    has_goals = any(one.goal is not None for one in found)
    return words.answer([_reason(one) for one in talk], missed, odd, *counts, has_goals=has_goals)


def _unusual(one: Number) -> str:
    last = one.weeks.iloc[-1]
    low, high = (words.value(one.name, float(last[end]), None) for end in ("low", "high"))
    return words.unusual(one.name, _now(one), low, high, more=bool(last["value"] > last["high"]))


def _reason(one: Number) -> str:
    last = one.weeks.iloc[-1]
    low, high = (words.value(one.name, float(last[end]), None) for end in ("low", "high"))
    return words.reason(one.name, one.why, _now(one), _goal(one), low, high)


def _now(one: Number) -> str:
    return words.value(one.name, float(one.weeks["value"].iloc[-1]), one.goal)


def _goal(one: Number) -> str:
    return words.goal_text(one.name, one.goal, one.better)


def table(told: Sequence[Row], *, with_of: bool) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The table as on screen, and the mark of each cell ("" where there is none)."""
    shown = [_line(row, with_of=with_of) for row in told]
    marks = [
        dict.fromkeys((NUMBER, OWNER, GOAL, TREND), "") | {_week(cell): cell.mark for cell in row.cells} for row in told
    ]
    frame = pd.DataFrame(shown)
    return (frame if any(row.owner for row in told) else frame.drop(columns=OWNER)), pd.DataFrame(marks)[
        [name for name in frame.columns if name != OWNER or any(row.owner for row in told)]
    ]


def _line(row: Row, *, with_of: bool) -> dict[str, Any]:
    cells = {_week(cell): _with_of(row, cell) if with_of else _close(cell.text) for cell in row.cells}
    return {NUMBER: row.label, OWNER: wording.shown(row.owner), GOAL: row.goal, **cells, TREND: list(row.trend)}


def _close(text: str) -> str:
    """The sign close to its number: thirteen weeks fit a usual screen."""
    return text.replace(" ", HAIR_SPACE, 1) if text[:1] in words.SIGNS.values() else text


def _with_of(row: Row, cell: Cell) -> str:
    counts = row.name in ("backlog", "tickets_opened")
    return cell.text if counts or not cell.of else f"{cell.text} of {wording.count(cell.of)}"


def _week(cell: Cell) -> str:
    return wording.short_day(cell.week)


def as_list(numbers: Sequence[Number]) -> pd.DataFrame:
    """A row a number and week with what it rests on, to take away; shares in percent, times in business hours."""
    lines = [
        {
            "Number": row.label, "Owner": wording.shown(row.owner), "Goal": row.goal, "Week of": cell.week,
            "Value": _rounded(row.name, cell.value),
            "Unit": unit(row.name), "Of tickets": cell.of, "As shown": cell.text,
        }
        for row in rows(numbers)
        for cell in row.cells
    ]  # fmt: skip
    return pd.DataFrame(lines)


def _rounded(name: str, value: float) -> float | None:
    return None if isnan(value) else round(100 * value, 2) if name in SHARES else round(value, 4)


def unit(name: str) -> str:
    """What a value is counted in."""
    if name in SHARES:
        return "%"
    return "business hours" if name in HOURS else "resolved per opened" if name == "closed_per_opened" else "tickets"


def open_and_over(week: pd.Series, goal: float) -> str:
    """What the newest week's share leaves out, and what it is with it; week: a row of pipelines' weekly."""
    late, judged = int(week["open_and_over"]), int(week["judged"])
    if not late:
        return ""
    verb = "is" if late == 1 else "are"
    left_out = f"Another {wording.counted(late, 'ticket')} {verb} still open past the target, in no week's share"
    if judged < wording.FEWEST:
        return f"{left_out}."
    share = wording.percent(week["met"] / judged, beside=goal)
    return f"{left_out}; with {'it' if late == 1 else 'them'}, {share} were resolved on time, as *This week* has it."


def goal_in_unit(name: str, goal: float | None) -> float | None:
    """As the form asks for it: shares in percent."""
    return None if goal is None else round(100 * goal, 4) if name in SHARES else goal


def goal_label(name: str, better: int) -> str:
    """What a field of the form asks for."""
    said = {"%": " (%)", "business hours": " (business hours)"}.get(unit(name), "")
    return f"{words.LABELS[name]}, at {'least' if better > 0 else 'most'}{said}" if better else words.LABELS[name]


def changes(asked: dict[str, tuple[float | None, str]], numbers: Sequence[Number]) -> dict[str, float | str]:
    """Settings to write, by name, for what the owner has changed."""
    known = {one.name: one for one in numbers}
    told: dict[str, float | str] = {}
    for name, (goal, owner) in asked.items():
        own = known[name]
        if goal != goal_in_unit(name, own.goal):
            written = "" if goal is None else round(goal / 100, 6) if name in SHARES else goal
            told[f"scorecard.{name}.goal"] = written
        if owner.strip() != own.owner:
            told[f"scorecard.{name}.owner"] = owner.strip()
    return told
