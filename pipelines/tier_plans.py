"""What each plan covers and includes, in the owner's words: documents read them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pipelines.errors import SettingsInvalid

LONGEST = 300
MOST_LINES = 40
EXAMPLE = 'hours = "Monday to Friday, 08:30 to 17:30", included = ["Help desk", "Updates"]'


@dataclass(frozen=True)
class Plan:
    """A plan's hours (a calendar's name or free words) and what its price includes; empty where not told."""

    coverage: str = ""
    included: tuple[str, ...] = ()


def plans(written: Any) -> dict[str, Plan]:
    """The plans as written, by tier; raises SettingsInvalid."""
    if not isinstance(written, Mapping):
        raise SettingsInvalid(f"tiers.plans must name plans, such as Gold = {{ {EXAMPLE} }}.")
    return {str(tier): _plan(str(tier), plan) for tier, plan in written.items()}


def _plan(tier: str, written: Any) -> Plan:
    if not isinstance(written, Mapping) or not set(written) <= {"hours", "included"}:
        raise SettingsInvalid(f"The plan {tier!r} can say its hours and what is included: {EXAMPLE}.")
    return Plan(
        _line(written.get("hours", ""), f"tiers.plans.{tier}.hours"),
        lines(written.get("included", []), f"tiers.plans.{tier}.included"),
    )


def lines(written: Any, name: str) -> tuple[str, ...]:
    """A short list of sentences, empty ones left out; raises SettingsInvalid."""
    if not isinstance(written, list) or len(written) > MOST_LINES:
        raise SettingsInvalid(f"{name} must be a list of at most {MOST_LINES} lines of text.")
    return tuple(text for line in written if (text := _line(line, name)))


def _line(written: Any, name: str) -> str:
    if not isinstance(written, str) or len(written) > LONGEST or not written.isprintable():
        raise SettingsInvalid(f"{name} must be one line of text with at most {LONGEST} characters.")
    return written.strip()
