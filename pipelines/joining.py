"""One client under two names: joined or parted in a new generation, and everything measured again."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pipelines.connection import Connection
from pipelines.errors import NoHistory
from pipelines.history import clients
from pipelines.history.derive import derive
from pipelines.history.generations import current_generation, next_generation
from pipelines.intake.preset import all_presets
from pipelines.journey import Say
from pipelines.measure.measured import measure
from pipelines.measured_by import rules_of
from pipelines.settings import read_settings


@dataclass(frozen=True)
class Joined:
    """A name, the client that it stands for (or stood for), and its tickets."""

    alias: str
    client: str
    tickets: int


def join_clients(home: Path, alias: str, client: str, say: Say = lambda _: None) -> Joined:
    """Show the tickets of one name as those of another client."""
    return _changed(home, lambda connection: clients.join(connection, alias, client), say)


def part_clients(home: Path, alias: str, say: Say = lambda _: None) -> Joined:
    """Take a join back."""
    return _changed(home, lambda connection: clients.undo_join(connection, alias), say)


def _changed(home: Path, change: Callable[[Connection], tuple[str, str]], say: Say) -> Joined:
    settings, presets = read_settings(home), all_presets(home)
    if current_generation(home) is None:
        raise NoHistory("There is no history yet: load a ticket export, or the sample, first.")
    with next_generation(home) as build:
        alias, client = change(build.connection)
        say("Measuring")
        calendars = derive(build.connection, settings, presets, home)
        measure(build.connection, settings, calendars)
        build.measured_by = rules_of(settings)
        build.keep = True
        return Joined(alias, client, clients.tickets_written(build.connection, alias))
