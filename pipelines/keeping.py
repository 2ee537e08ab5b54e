"""What was loaded is kept, shown, taken back, forgotten: each change is measured again and published whole."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from pipelines.errors import NoHistory
from pipelines.history import results
from pipelines.history.derive import derive
from pipelines.history.generations import Build, current_generation, next_generation, open_history
from pipelines.history.rejected import rejected_rows
from pipelines.history.undo import undo
from pipelines.intake.preset import all_presets
from pipelines.measure.measured import count_tickets, measure
from pipelines.settings import read_settings

Say = Callable[[str], None]


@dataclass(frozen=True)
class Undone:
    """A load that was taken back, and how many tickets are left."""

    load: int
    file: str
    tickets: int


def loads(home: Path) -> list[dict[str, Any]]:
    """The ledger: one entry a load, newest first, undone ones included."""
    with open_history(home) as history:
        return results.ledger(history, all_presets(home))


def rejected(home: Path, load_id: int) -> bytes:
    """The rejected rows of a load as CSV that can be corrected and loaded again."""
    with open_history(home) as history:
        return rejected_rows(history, load_id)


def undo_load(home: Path, load_id: int, say: Say = lambda _: None) -> Undone:
    """Take a load back and measure what is left; the history stays as it was where that fails."""
    _needs_history(home)
    with next_generation(home) as build:
        name = undo(build.connection, load_id)
        say("Measuring")
        return Undone(load_id, name, _measured(build, home))


def _needs_history(home: Path) -> None:
    if current_generation(home) is None:
        raise NoHistory("There is no history yet: load a ticket export, or the sample, first.")


def _measured(build: Build, home: Path) -> int:
    """Derive and measure what the facts now say; the build is to be published. The number of tickets."""
    settings = read_settings(home)
    measure(build.connection, settings, derive(build.connection, settings, all_presets(home), home))
    build.keep = True
    return count_tickets(build.connection)
