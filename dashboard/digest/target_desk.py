"""Targets held against the desk, in sentences."""

from collections.abc import Hashable, Iterator, Mapping
from typing import Any

from dashboard import wording
from dashboard.wording import target_desk as words
from models.refresh.target_check import TargetCheck


def sentences(found: TargetCheck, goals: Mapping[str, float]) -> Iterator[str]:
    """What is kept with today's technicians, who is needed, and what no hire keeps."""
    rows = found.shares[found.shares["promised"] > 0].to_dict("records")
    yield words.today(found.technicians, [_kept(row, goals) for row in rows])
    yield words.needed(found.need, found.most, every=not found.hopeless)
    if found.hopeless:
        yield words.hopeless([_named(*promise) for promise in found.hopeless], found.most)


def _kept(row: Mapping[Hashable, Any], goals: Mapping[str, float]) -> str:
    clock = str(row["clock"])
    return words.kept(wording.clock_name(clock).lower(), row["kept"], row["low"], row["high"], goals[clock])


def _named(tier: str, clock: str) -> str:
    plan = f"{wording.plain(tier)}'s" if tier else "every plan's"
    return f"{plan} {wording.clock_name(clock).lower()}"
