"""Published and hand-made answers for shares with open tickets in them."""

import numpy as np
import pytest

from models.shares import done_curve, wilson

# Freireich et al. 1963, 6-MP arm, the textbook example of Kaplan-Meier: weeks in remission, + still running.
REMISSION = "6 6 6 6+ 7 9+ 10 10+ 11+ 13 16 17+ 19+ 20+ 22 23 25+ 32+ 32+ 34+ 35+"
SURVIVAL = {6: 0.857, 7: 0.807, 10: 0.753, 13: 0.690, 16: 0.627, 22: 0.538, 23: 0.448}


def test_the_textbook_curve_is_reproduced() -> None:
    weeks = np.array([float(text.rstrip("+")) for text in REMISSION.split()])
    curve = done_curve(weeks, np.array([not text.endswith("+") for text in REMISSION.split()]))

    assert {week: round(1 - curve.done_by(week), 3) for week in SURVIVAL} == SURVIVAL
    assert curve.done_by(5.9) == 0
    assert curve.done_by(99) == pytest.approx(1 - 0.448, abs=0.0005)


def test_without_open_tickets_the_curve_is_the_plain_share() -> None:
    curve = done_curve(np.array([3.0, 1.0, 2.0, 2.0]), np.ones(4, bool))

    assert (curve.seconds.tolist(), curve.done.tolist()) == ([1, 2, 3], pytest.approx([0.25, 0.75, 1.0]))


def test_nothing_is_known_from_no_ticket() -> None:
    assert done_curve(np.empty(0), np.empty(0, bool)).done_by(10) == 0


@pytest.mark.parametrize(
    ("hits", "tickets", "low", "high"),
    [(0, 10, 0.0, 0.2775), (5, 10, 0.2366, 0.7634), (81, 263, 0.2553, 0.3662), (0, 0, 0.0, 1.0)],  # Newcombe 1998 for 81/263
)
def test_wilsons_interval_has_its_published_values(hits: int, tickets: int, low: float, high: float) -> None:
    assert wilson(hits, tickets) == pytest.approx((low, high), abs=5e-5)
