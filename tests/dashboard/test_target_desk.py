"""Targets held against the desk, in sentences that can be checked by hand."""

import math

import pandas as pd

from dashboard.digest.target_desk import sentences
from models.refresh.target_check import TargetCheck

GOALS = {"first_response": 0.95, "resolution": 0.9}
SHARES = pd.DataFrame({
    "clock": ["first_response", "resolution"], "promised": [100.0, 0.0], "kept": [0.839, float("nan")], "low": [0.83, float("nan")],
    "high": [0.848, float("nan")],
})  # fmt: skip


def check(need: tuple[float, float, float], hopeless: tuple[tuple[str, str], ...] = ()) -> TargetCheck:
    return TargetCheck(7, SHARES, need, 12, hopeless, pd.DataFrame())


def test_what_todays_technicians_keep_names_its_interval_and_goal() -> None:
    told = list(sentences(check((8.0, 8.0, 9.0)), GOALS))

    assert told == [
        "**With 7 technicians you keep 83.9% of first reply promises (83.0% to 84.8%; goal 95%).**",
        "8 technicians (8 to 9) keep every promise in 90% of months.",
    ]


def test_promises_that_no_hire_keeps_are_named() -> None:
    told = list(sentences(check((math.inf, 12.0, math.inf), (("Plat_inum", "first_response"), ("", "resolution"))), GOALS))

    assert told[1] == "More than 12 technicians would be needed to keep every promise that hires can keep in nine months of ten."
    assert told[2].startswith(r"No hire keeps Plat\_inum's first reply, every plan's resolution: even 12 technicians do not.")
