"""What is known of proposals, and the proposals themselves: plain results, stored as JSON beside the generation."""

import json
import os
from dataclasses import asdict, dataclass
from pathlib import Path

import pandas as pd

from models.shares import wilson

FILE = "proposals-catalogue.json"
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


def store(folder: Path, proposals: Proposals) -> None:
    """Write the results beside the generation that they were made from."""
    written = {
        "evidence": asdict(proposals.evidence),
        "untold": proposals.untold,
        "tickets": proposals.tickets[COLUMNS].to_numpy(object).tolist(),
    }
    draft = (folder / FILE).with_suffix(".next")
    with draft.open("w", encoding="utf-8") as out:
        json.dump(written, out)
        out.flush()
        os.fsync(out.fileno())
    draft.replace(folder / FILE)


def stored(folder: Path, *, stale: bool) -> Proposals | None:
    """The results beside a generation; None where there are none."""
    if not (folder / FILE).exists():
        return None
    read = json.loads((folder / FILE).read_text(encoding="utf-8"))
    lines = tuple(LineEvidence(**line) for line in read["evidence"].pop("lines"))
    evidence = Evidence(lines=lines, **read["evidence"])
    return Proposals(evidence, pd.DataFrame(read["tickets"], columns=COLUMNS), read["untold"], stale)
