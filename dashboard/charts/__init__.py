"""Frames in, figures out; nothing here knows Streamlit."""

from dashboard.charts.bands import stairs, waits
from dashboard.charts.control import control_chart
from dashboard.charts.curves import curves
from dashboard.charts.differences import differences
from dashboard.charts.foretold import foretold
from dashboard.charts.frame import CONFIG
from dashboard.charts.heat import share_late
from dashboard.charts.kept import kept_by_week, shown_beside_kept
from dashboard.charts.pace import pace
from dashboard.charts.palette import DARK, LIGHT, Palette
from dashboard.charts.staffing_grid import staffing_grid

__all__ = [
    "CONFIG",
    "DARK",
    "LIGHT",
    "Palette",
    "control_chart",
    "curves",
    "differences",
    "foretold",
    "kept_by_week",
    "pace",
    "share_late",
    "shown_beside_kept",
    "staffing_grid",
    "stairs",
    "waits",
]
