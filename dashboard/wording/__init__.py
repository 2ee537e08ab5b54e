"""The only formatter: every number, time and name that an owner reads is worded here."""

from dashboard.wording.money import amount, amount_span
from dashboard.wording.names import clock_name, place_name, work_mode_name
from dashboard.wording.numbers import DASH, FEWEST, TOO_FEW, count, counted, minus, percent, points, ratio, signed
from dashboard.wording.safe import drawn, plain, shown
from dashboard.wording.targets import target, target_span
from dashboard.wording.times import (
    brief,
    business,
    day,
    elapsed,
    moment,
    short_day,
    short_moment,
    spent,
    trimmed,
    week_span,
    week_title,
)

__all__ = [
    "DASH",
    "FEWEST",
    "TOO_FEW",
    "amount",
    "amount_span",
    "brief",
    "business",
    "clock_name",
    "count",
    "counted",
    "day",
    "drawn",
    "elapsed",
    "minus",
    "moment",
    "percent",
    "place_name",
    "plain",
    "points",
    "ratio",
    "short_day",
    "short_moment",
    "shown",
    "signed",
    "spent",
    "target",
    "target_span",
    "trimmed",
    "week_span",
    "week_title",
    "work_mode_name",
]
