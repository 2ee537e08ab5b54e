"""What is known of proposals, and the proposals themselves: plain results, and as JSON knows them."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any

import pandas as pd

from models.shares import wilson

COLUMNS = ["source", "ticket_id", "issue_type", "confidence"]


@dataclass(frozen=True)
class LineEvidence:
    """One line: its labelled tickets, the texts proposed for it out of fold, and how many of these were right."""

    line: str
    labelled: int
    texts: int
    proposed: int
    right: float


@dataclass(frozen=True)
class Evidence:
    """What cross-validation says: a text counts once, however many tickets have it; `silent` says why, if so."""

    labelled: int
    texts: int
    proposed: int
    right: float
    lines: tuple[LineEvidence, ...]
    silent: str = ""

    @property
    def coverage(self) -> float:
        """The share of texts that got a proposal."""
        return self.proposed / self.texts if self.texts else 0.0

    @property
    def precision(self) -> float | None:
        """The share of proposals that were right; None without any."""
        return self.right / self.proposed if self.proposed else None

    @property
    def interval(self) -> tuple[float, float]:
        """The 95 % interval of the precision."""
        return wilson(self.right, self.proposed)


@dataclass(frozen=True)
class Proposals:
    """One row a ticket for which an issue type is proposed; `untold` tickets have a subject and no usable category."""

    evidence: Evidence
    tickets: pd.DataFrame
    untold: int
    stale: bool = False


def as_stored(proposals: Proposals) -> dict[str, Any]:
    """Proposals as JSON knows them."""
    return {
        "evidence": asdict(proposals.evidence),
        "untold": proposals.untold,
        "tickets": proposals.tickets[COLUMNS].to_numpy(object).tolist(),
    }


def from_stored(written: Mapping[str, Any], *, stale: bool) -> Proposals:
    """Proposals as they were before they were stored."""
    told = dict(written["evidence"])
    lines = tuple(LineEvidence(**line) for line in told.pop("lines"))
    tickets = pd.DataFrame(written["tickets"], columns=COLUMNS)
    return Proposals(Evidence(lines=lines, **told), tickets, written["untold"], stale)
