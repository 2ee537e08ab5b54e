"""Frames in, figures out; nothing here knows Streamlit."""

from dashboard.charts.bands import stairs, waits
from dashboard.charts.control import control_chart
from dashboard.charts.curves import curves
from dashboard.charts.differences import differences
from dashboard.charts.dots import HIGH_IS_GOOD, LOW_IS_GOOD, dots
from dashboard.charts.foretold import foretold
from dashboard.charts.frame import CONFIG
from dashboard.charts.heat import share_late
from dashboard.charts.hours import hours
from dashboard.charts.kept import kept_by_week, shown_beside_kept
from dashboard.charts.pace import pace
from dashboard.charts.palette import DARK, LIGHT, Palette
from dashboard.charts.shares import ticket_shares
from dashboard.charts.staffing_grid import staffing_grid
from dashboard.charts.staircase import left_by_uptake, staircase
from dashboard.charts.ticket_clock import ticket_clock

__all__ = [
    "CONFIG",
    "DARK",
    "HIGH_IS_GOOD",
    "LIGHT",
    "LOW_IS_GOOD",
    "Palette",
    "control_chart",
    "curves",
    "differences",
    "dots",
    "foretold",
    "hours",
    "kept_by_week",
    "left_by_uptake",
    "pace",
    "share_late",
    "shown_beside_kept",
    "staffing_grid",
    "staircase",
    "stairs",
    "ticket_clock",
    "ticket_shares",
    "waits",
]
