"""What a home says of itself, so that two moments of it can be compared, and whether its parts agree with each other."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

from pipelines.connection import Connection
from pipelines.history.generations import BUILDING, FORGETTING, KEPT, current_generation, open_history
from tests.loading import World

DISAGREEMENTS = Path(__file__).with_name("disagreements.sql")
CHECKED = ("ticket", "ticket_clock", "client", "target", "status_change", "accepted_ticket", "row_problem")
HEAD = "ticket_id,opened_at,first_response_at,resolved_at,updated_at,client,issue_type,status"
A_WEEK = 20


@dataclass(frozen=True)
class Told:
    """The loads of a history with their records, its tickets, a hash of all that is measured, and the own settings."""

    loads: frozenset[tuple[str, int]]
    tickets: frozenset[str]
    measured: str
    settings: str

    @property
    def files(self) -> frozenset[str]:
        return frozenset(name for name, _ in self.loads)


def told(home: Path) -> Told:
    """What the current history says; fails where it does not open, or its parts do not agree."""
    with open_history(home) as history:
        return _told(history, home)


def _told(history: Connection, home: Path) -> Told:
    assert history.rows(DISAGREEMENTS) == []
    loads = frozenset((name, records) for _, _, _, _, name, _, _, records, *_ in history.rows(Path("pipelines/history/ledger.sql")))
    tables = [sorted(map(str, history._duckdb.table(name).fetchall())) for name in CHECKED]
    tickets = frozenset(str(row[0]) for row in history._duckdb.table("ticket").project("ticket_id").fetchall())
    settings = home / "settings.toml"
    return Told(loads, tickets, hashlib.sha256(json.dumps(tables).encode()).hexdigest(), settings.read_text("utf-8") if settings.exists() else "")


def week(number: int) -> dict[str, str]:
    """The two exports of a week, which only together are its load: tickets, and what became of their status."""
    tickets, statuses = [HEAD], ["ticket_id,status,changed_at"]
    for place in range(A_WEEK):
        name, day = f"W{number}-{place}", 1 + place % 5
        client = ("Alder Dental", "Quorvex Motors")[place % 2] if number < 3 else "Alder Dental"
        tickets.append(f"{name},2026-06-0{day} 09:00,2026-06-0{day} 09:{place + 10},2026-06-0{day} 1{place % 7}:30,2026-06-0{day} 18:00,{client},Email,resolved")
        statuses.append(f"{name},in progress,2026-06-0{day} 09:{place + 10}")
    return {f"week-{number}.csv": "\n".join(tickets), f"status-{number}.csv": "\n".join(statuses)}


def week_files(home: Path, number: int) -> list[Path]:
    """The exports of a week as files beside the home."""
    return [World(home).write(name, text) for name, text in week(number).items()]


def left_behind(home: Path) -> str:
    """What a dead writer has left, the furthest step of it that can be told."""
    generations, current = home / "generations", current_generation(home)
    numbers = sorted(folder.name for folder in generations.glob("[0-9]*")) if generations.exists() else []
    signs = {
        "files of before": (home / "before-restore").exists(),
        "restoring": (home / "restoring").exists(),
        "pointer written beside": (home / "CURRENT.next").exists(),
        "finished, not yet named": bool(numbers) and (current is None or numbers[-1] > current.name),
        "older ones still to go": (home / FORGETTING).exists() or len(numbers) > KEPT,
        "copied or built": (generations / BUILDING / "history.duckdb").exists(),
        "build begun": (generations / BUILDING).exists(),
        "a draft": any(home.rglob("*.part")) or any(generations.rglob("*.next")),
    }
    return next((sign for sign, found in signs.items() if found), "nothing")
