"""The goals of the weekly scorecard and who answers for each number: the owner's words, checked."""

from collections.abc import Mapping
from dataclasses import dataclass
from math import isfinite
from typing import Any

from pipelines.errors import SettingsInvalid

SHARES = ("resolved_on_time", "replied_on_time", "premium_on_time", "same_day_share")
HOURS = ("typical_first_reply", "nine_in_ten_within")
NUMBERS = (*SHARES, *HOURS, "closed_per_opened", "backlog", "tickets_opened", "per_technician")
KEPT = ("resolved_on_time", "replied_on_time", "premium_on_time")
WITHOUT_GOAL = ("tickets_opened", "per_technician")
MOST = 1e6
LONGEST = 60


@dataclass(frozen=True)
class Aim:
    """A goal (a share, business hours, a ratio or tickets; None: none) and its owner ("": nobody)."""

    goal: float | None = None
    owner: str = ""


def aims(written: Any, kept_rate: float) -> dict[str, Aim]:
    """Every number's goal and owner; a promise's goal is its kept rate unless the owner says another."""
    if not isinstance(written, dict):
        raise SettingsInvalid("scorecard must be made of parts such as [scorecard.resolved_on_time].")
    for name in written:
        if name not in NUMBERS:
            raise SettingsInvalid(f"scorecard has no number {name!r}; write one of {', '.join(NUMBERS)}.")
    return {name: _aim(name, written.get(name, {}), kept_rate if name in KEPT else "") for name in NUMBERS}


def _aim(name: str, written: Any, usual: float | str) -> Aim:
    if not isinstance(written, dict):
        raise SettingsInvalid(f"scorecard.{name} must be a part of its own with goal and owner.")
    for inner in written:
        if inner not in ("goal", "owner"):
            raise SettingsInvalid(f"scorecard.{name} has no setting {inner!r}; write goal or owner.")
    return Aim(_goal(name, written.get("goal", usual)), _owner(name, written))


def _goal(name: str, goal: Any) -> float | None:
    if goal == "":
        return None
    if name in WITHOUT_GOAL:
        raise SettingsInvalid(f"scorecard.{name} has no goal: more of it is neither good nor bad. Take the line out.")
    number = isinstance(goal, int | float) and not isinstance(goal, bool) and isfinite(goal)
    if name in SHARES and not (number and 0 < goal <= 1):
        raise SettingsInvalid(f'scorecard.{name}.goal must be a share such as 0.9 for nine in ten, or "" for none.')
    if not (number and 0 <= goal <= MOST):
        unit = "business hours, such as 8" if name in HOURS else "a number such as 1"
        raise SettingsInvalid(f'scorecard.{name}.goal must be {unit}, or "" for none.')
    return float(goal)


def _owner(name: str, written: Mapping[str, Any]) -> str:
    owner = written.get("owner", "")
    if not isinstance(owner, str) or len(owner) > LONGEST or not owner.isprintable():
        raise SettingsInvalid(f"scorecard.{name}.owner must be a name on one line with at most {LONGEST} characters.")
    return owner.strip()
