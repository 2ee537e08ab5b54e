"""Writes the exports of a made-up firm of 420 clients, ten status changes a ticket, and says what must come of them."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from pipelines.connection import Connection
from tests.bench.scale_history.hours import Worked

SQL = Path(__file__).parent
TARGETS = SQL.parents[2] / "data" / "sample" / "targets.csv"
AS_OF = datetime(2026, 6, 28, 20)
CLIENTS = 420
PART = 2_500_000  # tickets of one export: its status history stays below the 4 GB of one file
SAMPLED = 400


@dataclass(frozen=True)
class Made:
    """The files, and what the generator knows of their content."""

    files: tuple[Path, ...]
    tickets: int
    changes: int
    excluded: int
    still_open: int
    sample: tuple[Worked, ...]


def write_exports(folder: Path, tickets: int, part: int = PART) -> Made:
    """Client list, targets, and tickets with their status history in parts."""
    folder.mkdir(parents=True, exist_ok=True)
    clients, files = folder / "clients.csv", list[Path]()
    totals, sample = [0, 0, 0, 0], list[Worked]()
    with Connection.in_memory() as connection:
        for step in ("made_macros", "made_step", "made_kind", "made_client"):
            connection.run(SQL / f"{step}.sql", clients=CLIENTS)
        connection.run(SQL / "clients_csv.sql", path=str(clients))
        for first in range(0, tickets, part):
            span = {"from": first, "until": min(first + part, tickets)}
            connection.run(SQL / "made_ticket.sql", tickets=tickets, clients=CLIENTS, **span)
            for name in ("tickets", "changes"):
                files.append(folder / f"{name}_{first // part + 1}.csv")
                connection.run(SQL / f"{name}_csv.sql", path=str(files[-1]), as_of=AS_OF)
            counted = connection.rows(SQL / "made_counts.sql", as_of=AS_OF)[0]
            totals = [sum(pair) for pair in zip(totals, counted, strict=True)]
            drawn = connection.rows(SQL / "made_sample.sql", every=max(tickets // SAMPLED, 1), as_of=AS_OF)
            sample += [Worked(*row) for row in drawn]
    made, changes, excluded, still_open = totals
    return Made((clients, TARGETS, *files), made, changes, excluded, still_open, tuple(sample))
