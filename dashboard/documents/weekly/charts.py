"""The charts of the weekly report: frames in, inline SVG out."""

from collections.abc import Callable, Sequence
from math import floor, isnan, log10

import pandas as pd

from dashboard import wording
from dashboard.charts.frame import apart
from dashboard.documents.weekly import svg
from dashboard.documents.weekly.svg import Point

WIDTH, HEIGHT = 620, 250
LEFT, RIGHT, TOP, BOTTOM = 40, 96, 14, 28
MOST_BARS = 8
GAP = 14
BARS, BAR_STEP, BAR_LABEL = 360, 26, 158
BAR_MIDDLE, BAR_REACH = BAR_LABEL + (BARS - BAR_LABEL) / 2, (BARS - BAR_LABEL) / 2 - 34


def late_share(chart: pd.DataFrame, goal: float) -> str:
    """Late share a week with its usual range, average and goal; what signals is a triangle."""
    known = [*chart["share"].dropna(), goal, *chart["high"].dropna().tail(1)]
    top = min(1.0, max(known, default=goal) * 1.15 or 0.1)
    y = _scale(0, top)
    weeks = pd.to_datetime(chart["week"])
    xs = _columns(len(chart))
    band = [
        (x, y(min(high, top)), y(low))
        for x, high, low in zip(xs, chart["high"], chart["low"], strict=True)
        if not isnan(high)
    ]
    parts = [
        *_grid(top, y, wording.percent),
        svg.area([(x, h) for x, h, _ in band], [(x, low) for x, _, low in band], "band"),
    ]
    parts += [
        svg.line(_known(xs, chart["usual"], y), "usual"),
        svg.line([(LEFT, y(goal)), (WIDTH - RIGHT, y(goal))], "goal"),
    ]
    parts.append(svg.line(_known(xs, chart["share"], y), "line"))
    for x, share, signal, late, of, week in zip(
        xs, chart["share"], chart["signal"], chart["late"], chart["stopped"], weeks, strict=True
    ):
        if pd.isna(share):
            continue
        told = f"{wording.week_title(week.date())}: {late} of {of} late ({wording.percent(share, digits=1)})"
        parts.append(svg.dot((x, y(share)), 3, "point", told))
        if signal:
            parts.append(svg.triangle((x, y(share)), 5.5, signal, up=signal == "high"))
    parts += [_ring(xs, chart["share"], y), *_dates(weeks, xs), *_ends(chart, goal, top, y)]
    last = wording.percent(chart["share"].iloc[-1], digits=1)
    beyond = wording.counted(int((chart["signal"] != "").sum()), "week")
    told = f"{len(chart)} weeks; the last one {last}, goal {wording.percent(goal)}, {beyond} beyond the usual range."
    return svg.figure(WIDTH, HEIGHT, "Share of late tickets each week", told, parts, "late")


def _ends(chart: pd.DataFrame, goal: float, top: float, y: Callable[[float], float]) -> list[str]:
    texts, heights, kinds = [f"Goal {wording.percent(goal)}"], [y(goal)], ["goal-text"]
    for _, row in chart.dropna(subset=["usual"]).tail(1).iterrows():
        texts += [f"Average {wording.percent(row['usual'])}", "Usual range"]
        heights += [y(row["usual"]), y(min(row["high"], top * 0.97))]
        kinds += ["quiet", "quiet"]
    spread = apart(heights, GAP)
    return [
        svg.text((WIDTH - RIGHT + 8, at + 4), said, kind) for said, at, kind in zip(texts, spread, kinds, strict=True)
    ]


def _ring(xs: Sequence[float], values: pd.Series, y: Callable[[float], float]) -> str:
    last = values.iloc[-1]
    return "" if pd.isna(last) else svg.dot((xs[-1], y(last)), 6.5, "ring")


def pace(weekly: pd.DataFrame) -> str:
    """Without targets: business time until half, and until nine in ten, were resolved; a logarithmic scale."""
    told = weekly[weekly["stopped"] >= wording.FEWEST]
    if len(told) < 2:
        return ""
    enough = weekly["stopped"] >= wording.FEWEST
    hours = {
        name: (weekly[name].astype("Float64").astype(float) / 3600).where(enough).clip(lower=1 / 60)
        for name in ("p50_seconds", "p90_seconds")
    }
    low, high = (log10(end) for end in (hours["p50_seconds"].min() / 1.3, hours["p90_seconds"].max() * 1.3))
    y, xs = _scale(low, high), _columns(len(weekly))
    marks = [exponent for exponent in range(floor(low), floor(high) + 1) if low <= exponent <= high]
    parts = [part for mark in marks for part in _rule(y(mark), wording.brief(10.0**mark * 3600))]
    for name, kind, label in (("p90_seconds", "line", "9 in 10"), ("p50_seconds", "usual", "Half")):
        points = [(x, y(log10(value))) for x, value in zip(xs, hours[name], strict=True) if not isnan(value)]
        parts += [
            svg.line(points, kind),
            *(svg.dot(at, 3, "point" if kind == "line" else "quiet-point") for at in points),
        ]
        parts.append(svg.text((points[-1][0] + 10, points[-1][1] + 4), label, "" if kind == "line" else "quiet"))
    parts += _dates(pd.to_datetime(weekly["week"]), xs)
    title = "Business time until tickets were resolved, week by week"
    left_out = "Half of the tickets, and nine in ten; weeks under 30 tickets are left out."
    return svg.figure(WIDTH, HEIGHT, title, left_out, parts, "pace")


def differences(table: pd.DataFrame) -> str:
    """More or fewer late tickets than usual, the largest first; grey within luck."""
    largest = table["difference"].abs().sort_values(ascending=False, kind="stable").index[:MOST_BARS]
    rows = table.loc[largest].sort_values("difference", ascending=False, kind="stable")
    most = max(float(rows["difference"].abs().max()), 1.0)
    height = BAR_STEP * len(rows)
    parts = [svg.line([(BAR_MIDDLE, 4), (BAR_MIDDLE, 4 + height)], "grid")]
    for place, row in enumerate(rows.to_dict("records")):
        parts += _bar(
            8 + BAR_STEP * place, str(row["issue_type"]), float(row["difference"]), most, told=bool(row["beyond_luck"])
        )
    told = ", ".join(
        f"{wording.shown(row['issue_type'])} {wording.signed(row['difference'])}" for row in rows.to_dict("records")
    )
    return svg.figure(
        BARS, 12 + height, "Late tickets more or fewer than usual, by issue type", told, parts, "different"
    )


def _bar(at: float, issue: str, difference: float, most: float, *, told: bool) -> list[str]:
    more = difference > 0
    long = BAR_REACH * abs(difference) / most
    kind = ("high" if more else "low") if told else "quiet-bar"
    beside = (BAR_MIDDLE + (long + 5 if more else -long - 5), at + 11.5)
    return [
        svg.text((BAR_LABEL - 8, at + 12), _short(issue), "", "end"),
        svg.bar(BAR_MIDDLE if more else BAR_MIDDLE - long, at, long, 14, kind),
        svg.text(beside, wording.signed(difference), "" if told else "quiet", "start" if more else "end"),
    ]


def spark(values: Sequence[float], name: str) -> str:
    """A trend without axes; nothing under two values."""
    if len(values) < 2:
        return ""
    low, high = min(values), max(values)
    span = high - low or 1.0
    points = [
        (3 + 74 * place / (len(values) - 1), 17 - 14 * (value - low) / span) for place, value in enumerate(values)
    ]
    parts = [svg.line(points, "spark"), svg.dot(points[-1], 2, "point")]
    return svg.figure(80, 20, f"Trend of {name}", f"{len(values)} weeks", parts, f"s-{_slug(name)}")


def _slug(name: str) -> str:
    return "".join(letter if letter.isalnum() else "-" for letter in name.lower())


def _short(issue: object) -> str:
    told = wording.shown(issue)
    return told if len(told) <= 22 else f"{told[:21]}…"


def _columns(number: int) -> list[float]:
    inner = WIDTH - LEFT - RIGHT
    return [LEFT + 8 + (inner - 16) * place / max(number - 1, 1) for place in range(number)]


def _scale(low: float, high: float) -> Callable[[float], float]:
    return lambda value: TOP + (HEIGHT - TOP - BOTTOM) * (1 - (value - low) / ((high - low) or 1.0))


def _grid(top: float, y: Callable[[float], float], say: Callable[[float], str]) -> list[str]:
    step = 0.05 if top <= 0.25 else 0.1 if top <= 0.5 else 0.25
    return [part for i in range(int(top / step + 1e-9) + 1) for part in _rule(y(i * step), say(i * step))]


def _rule(at: float, said: str) -> list[str]:
    return [svg.line([(LEFT, at), (WIDTH - RIGHT, at)], "grid"), svg.text((LEFT - 6, at + 4), said, "quiet", "end")]


def _dates(weeks: pd.Series, xs: Sequence[float]) -> list[str]:
    places = list(range(len(weeks) - 1, -1, -max(1, len(weeks) // 5)))
    return [svg.text((xs[i], HEIGHT - 8), wording.short_day(weeks.iloc[i].date()), "quiet", "middle") for i in places]


def _known(xs: Sequence[float], values: pd.Series, y: Callable[[float], float]) -> list[Point]:
    return [(x, y(value)) for x, value in zip(xs, values, strict=True) if not isnan(value)]
