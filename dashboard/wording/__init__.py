"""The only formatter: every number, time and name that an owner reads is worded here."""

from dashboard.wording.names import clock_name, place_name, tier_name, work_mode_name
from dashboard.wording.numbers import count, counted, percent, points, ratio, signed
from dashboard.wording.safe import plain, shown
from dashboard.wording.times import DASH, business, day, hours, moment, short_day, week_span, week_title, window

FEWEST = 30
TOO_FEW = "too few"

__all__ = [
    "DASH",
    "FEWEST",
    "TOO_FEW",
    "business",
    "clock_name",
    "count",
    "counted",
    "day",
    "hours",
    "moment",
    "percent",
    "place_name",
    "plain",
    "points",
    "ratio",
    "short_day",
    "shown",
    "signed",
    "tier_name",
    "week_span",
    "week_title",
    "window",
    "work_mode_name",
]
