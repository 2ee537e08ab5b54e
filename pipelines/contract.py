"""What a contract says beside its targets: exclusions, words and notice, as the owner wrote them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pipelines.errors import SettingsInvalid
from pipelines.tier_plans import lines

LONGEST_TEXT = 1000
MOST_DAYS = 366
KNOWN = ("exclusions", "definitions", "notice_days", "law")


@dataclass(frozen=True)
class Contract:
    """What is not covered, the owner's own words by term, days of notice, and whose law holds ("": not told)."""

    exclusions: tuple[str, ...]
    definitions: Mapping[str, str]
    notice_days: int
    law: str


def contract(written: Any) -> Contract:
    """The contract part as written; raises SettingsInvalid."""
    if not isinstance(written, Mapping):
        raise SettingsInvalid("contract must be a part of its own that begins with [contract].")
    for name in written:
        if name not in KNOWN:
            raise SettingsInvalid(f"contract has no setting {name!r}; write one of {', '.join(KNOWN)}.")
    return Contract(
        lines(written.get("exclusions", []), "contract.exclusions"),
        _definitions(written.get("definitions", {})),
        _days(written.get("notice_days", 30)),
        _law(written.get("law", "")),
    )


def _definitions(written: Any) -> dict[str, str]:
    fits = isinstance(written, Mapping) and all(
        isinstance(text, str) and len(text) <= LONGEST_TEXT and term.strip() for term, text in written.items()
    )
    if not fits:
        raise SettingsInvalid(
            'contract.definitions must say what a word means, such as { "Business hours" = "Monday to Friday" }.'
        )
    return {str(term).strip(): text.strip() for term, text in written.items() if text.strip()}


def _days(written: Any) -> int:
    if not isinstance(written, int) or isinstance(written, bool) or not 0 <= written <= MOST_DAYS:
        raise SettingsInvalid(f"contract.notice_days must be a whole number of days up to {MOST_DAYS}, such as 30.")
    return written


def _law(written: Any) -> str:
    return next(iter(lines([written], "contract.law")), "")
