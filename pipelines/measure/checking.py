"""Checks of a measured history: each is a statement that good data answers with no row."""

from dataclasses import asdict, dataclass
from functools import cache
from pathlib import Path
from typing import Any

import pandas as pd

from pipelines.connection import Connection

SQL = Path(__file__).parent
CHECKS = SQL / "checks"
ANSWERS = SQL / "answers"
LOOK, KNOW = "Look at it", "Good to know"
MOST_ROWS = 10_000


@dataclass(frozen=True)
class Finding:
    """A check that found something: how many rows, how much it matters, and what to do about it."""

    check: str
    title: str
    rows: int
    severity: str
    advice: str

    def as_json(self) -> dict[str, Any]:
        """As programs read it."""
        return asdict(self)


def findings(history: Connection) -> list[Finding]:
    """Every check, by name, also those that found nothing; the counts are exact."""
    _prepare(history)
    return [_found(history, file) for file in sorted(CHECKS.glob("*.sql"))]


def checked(history: Connection) -> list[Finding]:
    """What the checks found: what has to be looked at first, then by the number of rows."""
    found = [finding for finding in findings(history) if finding.rows]
    return sorted(found, key=lambda finding: (finding.severity != LOOK, -finding.rows, finding.check))


def checks(history: Connection) -> pd.DataFrame:
    """One row a check: name, title, rows found, severity, advice."""
    return pd.DataFrame([finding.as_json() for finding in findings(history)])


def check_rows(history: Connection, check: str, most: int = MOST_ROWS) -> pd.DataFrame:
    """The first rows that a check found; an unknown check has none."""
    file = CHECKS / f"{check}.sql"
    if file not in set(CHECKS.glob("*.sql")):
        return pd.DataFrame()
    _prepare(history)
    return history.first(file, most)


def reconciliation(history: Connection) -> pd.DataFrame:
    """Our numbers beside the ticket tool's own, per source and clock: how many, how many agree, how far apart."""
    _prepare(history)
    return history.frame(ANSWERS / "reconcile.sql")


def worked_ticket(history: Connection) -> tuple[str, str] | None:
    """Source and number of the ticket that shows best how a resolution is measured; None without one."""
    found = history.rows(ANSWERS / "worked_ticket.sql")
    return (str(found[0][0]), str(found[0][1])) if found else None


def ticket_clocks(history: Connection, ticket_id: str) -> pd.DataFrame:
    """One row a clock of every ticket with this number, beside the ticket tool's own minutes."""
    _prepare(history)
    return history.frame(ANSWERS / "ticket_clocks.sql", ticket_id=ticket_id)


def _prepare(history: Connection) -> None:
    """The views in which our numbers stand beside the vendor's."""
    for view in ("vendor_minutes", "vendor_verdict"):
        history.run(ANSWERS / f"{view}.sql")


def _found(history: Connection, file: Path) -> Finding:
    title, severity, advice = _head(file)
    return Finding(file.stem, title, history.count(file), severity, advice)


@cache
def _head(file: Path) -> tuple[str, str, str]:
    """A check's head comment: its title, then `Look at it: ...` or `Good to know: ...`, until an empty line."""
    lines = file.read_text(encoding="utf-8").splitlines()
    comment = [line[2:].strip() for line in lines[: next(i for i, line in enumerate(lines) if line[:2] != "--")]]
    told = comment[1 : comment.index("")] if "" in comment else comment[1:]
    severity, _, advice = " ".join(told).partition(": ")
    known = severity in (LOOK, KNOW)
    return comment[0].rstrip("."), severity if known else LOOK, _sentence(advice if known else " ".join(told))


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
