"""What came in: loads, their outcomes, rejected rows, checks."""

import pandas as pd

from dashboard.loaders.cache import ask, in_local_time, stamp
from pipelines.connection import Connection
from pipelines.history import results
from pipelines.intake.preset import all_presets
from pipelines.mapping.own import OwnPreset
from pipelines.mapping.own import own_presets as presets_of
from pipelines.settings import home_folder
from pipelines.vocabulary import FileKind

OF_TICKETS = (FileKind.TICKETS, FileKind.UPDATES, FileKind.EVENTS)


def loads() -> pd.DataFrame:
    """One row a load, newest first, in local time."""
    return in_local_time(ask(results.loads))


def outcomes() -> pd.DataFrame:
    """What became of the records of every load."""
    frame: pd.DataFrame = ask(_outcomes_of_all)
    return frame


def problems(load_id: int | None = None) -> pd.DataFrame:
    """Rejected records and emptied cells, of one load or of all."""
    frame: pd.DataFrame = ask(results.problems, load_id)
    return frame


def sources() -> list[str]:
    """The names of the tools and lists that can be read."""
    return sorted(all_presets(home_folder()))


def ticket_sources() -> list[str]:
    """What tickets can be known as: those that were loaded first, then those of every preset of tickets."""
    loaded = [str(source) for source in loads()["source"]] if stamp() else []
    known = sorted({preset.source for preset in all_presets(home_folder()).values() if preset.kind in OF_TICKETS})
    return list(dict.fromkeys([*(source for source in loaded if source in known), *known]))


def own_presets() -> list[OwnPreset]:
    """The owner's own presets, by name."""
    return presets_of(home_folder())


def checks() -> pd.DataFrame:
    """Each check, and how many rows it found."""
    frame: pd.DataFrame = ask(results.checks)
    return frame


def check_rows(check: str) -> pd.DataFrame:
    """The rows that a check found, in local time."""
    return in_local_time(ask(results.check_rows, check))


def _outcomes_of_all(history: Connection) -> pd.DataFrame:
    ids = [int(load_id) for load_id in results.loads(history)["load_id"]]
    return pd.concat([results.outcomes(history, load_id).assign(load_id=load_id) for load_id in ids], ignore_index=True)
