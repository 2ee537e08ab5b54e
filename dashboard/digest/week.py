"""A week in cards and lines."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, Literal

import pandas as pd

from dashboard import wording
from dashboard.wording import week as words
from models.review import WeekVerdict

SPARK_WEEKS = 13
MOST_CARDS = 5
Colour = Literal["off", "orange", "green"]
Arrow = Literal["up", "down", "off"]
GREY: Colour = "off"
COLOURS: dict[str, Colour] = {"high": "orange", "low": "green"}
Say = Callable[[float | None], str]


@dataclass(frozen=True)
class Card:
    """One number with its change and its last weeks."""

    label: str
    value: str
    help: str
    spark: list[float] = field(default_factory=list)
    change: str | None = None
    beside: str = "vs last week"
    colour: Colour = GREY
    arrow: Arrow = "off"


def cards(report: Any, say: Say, *, has_targets: bool, goal: float) -> list[Card]:
    """The cards that this history can fill, the most important first."""
    resolution, response = report.resolution, report.response
    answered = bool(response["stopped"].tail(SPARK_WEEKS).sum())
    deck = [_met("Resolved on time", resolution, report.chart, "resolved", goal)] if has_targets else []
    deck += (
        [_met("Replied on time", response, report.response_chart, "answered", goal)] if has_targets and answered else []
    )
    deck += [_time("Half resolved within", resolution, "p50_seconds", HALF, say)] if not has_targets else []
    deck += [_time("Typical first reply", response, "p50_seconds", REPLY, say)] if answered else []
    deck += [_time("9 in 10 resolved within", resolution, "p90_seconds", NINE, say), _opened(resolution)]
    return (deck if len(deck) >= MOST_CARDS else [*deck[:-1], _same_day(resolution), deck[-1]])[:MOST_CARDS]


HALF = "Business time until half of the tickets resolved in the week were done. The other half took longer."
NINE = "Business time until nine in ten of the tickets resolved in the week were done: what you could have promised."
REPLY = "Business time until half of the tickets opened in the week had their first reply."


def _met(label: str, weekly: pd.DataFrame, chart: pd.DataFrame, done: str, goal: float) -> Card:
    now = weekly.iloc[-1]
    judged = int(now["judged"])
    share = now["met"] / judged if judged else None
    ended = weekly["met"] / (weekly["met"] + weekly["late"]).where(lambda tickets: tickets > 0)
    told = judged >= wording.FEWEST
    explained = (
        f"{wording.count(now['met'])} of {wording.count(judged)}: {done} in time, out of those {done} in the week with"
        f" a target and the {wording.count(now['open_and_over'])} still open past it. The goal is"
        f" {wording.percent(goal)}."
        f" Not in it: {wording.count(now['open_inside'])} open inside their target, {wording.count(now['no_target'])}"
        f" without a target, {wording.count(now['end_unknown'])} whose end is unknown."
        " The change and the line leave the open ones out, so that weeks compare."
    )
    value = wording.percent(share, beside=goal) if told else f"{wording.count(now['met'])} of {wording.count(judged)}"
    change = _change(ended) if told else None
    return Card(
        label,
        value,
        explained,
        _spark(ended),
        None if change is None else wording.points(change),
        arrow=_arrow(change),
        colour=COLOURS.get(str(chart["signal"].iloc[-1]), GREY) if told else GREY,
        beside="vs last week" if told else wording.TOO_FEW,
    )


def _time(label: str, weekly: pd.DataFrame, column: str, text: str, say: Say) -> Card:
    seconds = weekly[column].astype("Float64").astype(float)
    now, change = seconds.iloc[-1], _change(seconds)
    count = int(weekly["stopped"].iloc[-1])
    explained = f"{text} {wording.counted(count, 'ticket')}."
    if count < wording.FEWEST:
        return Card(label, wording.TOO_FEW, explained, _spark(seconds), None)
    moved = None if change is None else f"{wording.minus(change)}{say(abs(change))}"
    return Card(label, say(now), explained, _spark(seconds), moved, arrow=_arrow(change))


def _opened(weekly: pd.DataFrame) -> Card:
    opened = weekly["opened"].astype(float)
    change = _change(opened)
    text = "Tickets that were opened in the week; merged and deleted ones are left out."
    return Card(
        "Tickets opened",
        wording.count(opened.iloc[-1]),
        text,
        _spark(opened),
        None if change is None else wording.signed(change, 0),
        arrow=_arrow(change),
    )


def _same_day(weekly: pd.DataFrame) -> Card:
    shares = weekly["same_day"] / weekly["stopped"].where(lambda tickets: tickets > 0)
    change = _change(shares)
    text = "Of the tickets resolved in the week, those that were opened on the same day."
    now: Any = shares.iloc[-1]
    count = int(weekly["stopped"].iloc[-1])
    if count < wording.FEWEST:
        return Card("Same-day share", wording.TOO_FEW, text, _spark(shares), None)
    return Card(
        "Same-day share",
        wording.percent(now),
        text,
        _spark(shares),
        None if change is None else wording.points(change),
        arrow=_arrow(change),
    )


def begun(weekly: pd.DataFrame) -> pd.DataFrame:
    """The weeks from the first one with tickets on: a history shorter than the picture has no empty weeks before it."""
    busy = (weekly["opened"] + weekly["stopped"]).cumsum() > 0
    return weekly[busy] if busy.any() else weekly


def pace_told(weekly: pd.DataFrame, day_seconds: int) -> tuple[list[str], list[str]]:
    """What each point of the two lines of the pace chart says."""
    weeks = [wording.week_title(monday.date()) for monday in pd.to_datetime(weekly["week"])]
    half, nine = (
        [
            f"{title}<br>{part} within {wording.business(seconds, day_seconds)}"
            for title, seconds in zip(weeks, weekly[column], strict=True)
        ]
        for part, column in (("Half", "p50_seconds"), ("9 in 10", "p90_seconds"))
    )
    return half, nine


def _change(series: pd.Series) -> float | None:
    last = series.tail(2)
    return None if len(last) < 2 or last.isna().any() else float(last.iloc[1] - last.iloc[0])


def _arrow(change: float | None) -> Arrow:
    return "up" if change and change > 0 else "down" if change and change < 0 else "off"


def _spark(series: pd.Series) -> list[float]:
    known = series.tail(SPARK_WEEKS).dropna()
    return [float(value) for value in known] if len(known) > 1 else []


def verdict(found: WeekVerdict, now: pd.Series, day_seconds: int, to_come: str = "") -> list[str]:
    """Did we keep our promises, and is it news? now: the week's resolutions, told where nothing has a target.

    to_come: the sentence about a version that is saved and judges nothing yet.
    """
    if found.kind == "no_targets":
        half, nine = (wording.spent(seconds, day_seconds) for seconds in (now["p50_seconds"], now["p90_seconds"]))
        return [words.pace_sentence(int(now["stopped"]), half, nine), to_come or words.NO_TARGETS]
    told = [
        words.late_sentence(found.stopped, found.late, found.share, found.goal),
        words.usual_sentence(found.kind, found.share, found.usual, found.low, found.high),
        words.goal_sentence(found.usual, found.goal),
        words.open_sentence(found.open_and_over),
    ]
    return [sentence for sentence in told if sentence]


def flow(report: Any) -> str:
    """What came in, what went out, what is left."""
    now, left = report.resolution.iloc[-1], report.backlog["backlog"].tolist()
    same = now["same_day"] / now["stopped"] if now["stopped"] >= wording.FEWEST else None
    moved = left[-1] - left[0] if len(left) > 1 else 0
    change = f", {wording.count(abs(moved))} {'more' if moved > 0 else 'fewer'} than a week before" if moved else ""
    open_now = f"{wording.counted(left[-1], 'ticket was', 'tickets were')} open at its end{change}."
    done = f"{wording.count(now['stopped'])} were resolved"
    share = f", {wording.percent(same)} of them on the day they were opened" if same is not None else ""
    opened = wording.counted(int(now["opened"]), "ticket was", "tickets were")
    unknown = words.unknown_ends(int(now["end_unknown"]))
    return " ".join(
        filter(None, [f"{opened} opened and {done}{share}.", unknown, open_now, "Times are business hours."])
    )
