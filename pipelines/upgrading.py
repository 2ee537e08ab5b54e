"""An older history brought up to date: facts are migrated in a copy, all else is measured anew, the old one is kept."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pipelines.errors import NoHistory
from pipelines.history.derive import derive
from pipelines.history.generations import next_generation, version_of
from pipelines.history.schema_version import VERSION, refuse_newer, titles
from pipelines.intake.preset import all_presets
from pipelines.measure.measured import count_tickets, measure
from pipelines.measured_by import rules_of
from pipelines.settings import read_settings

Say = Callable[[str], None]


@dataclass(frozen=True)
class Upgrade:
    """From which version to which, a sentence a step that it takes, and the tickets where it was done."""

    before: int
    version: int
    steps: tuple[str, ...]
    tickets: int | None = None


def pending(home: Path) -> Upgrade:
    """What an upgrade would do: no step where the history is up to date. Raises for a newer one and for none."""
    before = version_of(home)
    if before is None:
        raise NoHistory("There is no history yet: load a ticket export, or the sample, first.")
    refuse_newer(before)
    return Upgrade(before, VERSION, titles(before))


def upgrade(home: Path, say: Say = lambda _: None) -> Upgrade:
    """Migrate an older history into a new generation; one that is up to date stays as it is."""
    found = pending(home)
    if found.before == VERSION:
        return found
    with next_generation(home) as build:
        if not build.migrated:  # another process has done it meanwhile
            return pending(home)
        say("Measuring")
        settings = read_settings(home)
        measure(build.connection, settings, derive(build.connection, settings, all_presets(home), home))
        build.measured_by = rules_of(settings)
        build.keep = True
        return Upgrade(found.before, VERSION, found.steps, count_tickets(build.connection))
