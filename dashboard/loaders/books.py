"""What came in: loads, their outcomes, rejected rows, checks."""

import pandas as pd

from dashboard.loaders.cache import ask, in_local_time, stamp
from pipelines import inbox, template
from pipelines.history import rejected, results
from pipelines.history.erase import known_clients
from pipelines.inbox import Parked
from pipelines.intake.preset import all_presets
from pipelines.mapping.own import OwnPreset
from pipelines.mapping.own import own_presets as presets_of
from pipelines.measure import checking
from pipelines.settings import home_folder
from pipelines.vocabulary import FileKind

OF_TICKETS = (FileKind.TICKETS, FileKind.UPDATES, FileKind.EVENTS)


def loads() -> pd.DataFrame:
    """One row a load, newest first, in local time."""
    return in_local_time(ask(results.loads))


def outcomes() -> pd.DataFrame:
    """What became of the records of every load that stands."""
    frame: pd.DataFrame = ask(results.standing_outcomes)
    return frame


def load_outcomes(load_id: int) -> pd.DataFrame:
    """What became of the records of one load, undone or not."""
    frame: pd.DataFrame = ask(results.outcomes, load_id)
    return frame


def rejected_rows(load_id: int) -> bytes:
    """The rejected rows of a load as CSV that can be corrected and loaded again."""
    content: bytes = ask(rejected.rejected_rows, load_id)
    return content


def client_names() -> list[str]:
    """Every client that tickets or lists name, as they write it."""
    names: list[str] = ask(known_clients)
    return names


def problems(load_id: int | None = None) -> pd.DataFrame:
    """Rejected records and emptied cells, of one load or of all."""
    frame: pd.DataFrame = ask(results.problems, load_id)
    return frame


def parked() -> list[Parked]:
    """Files of the inbox that wait for the owner; a small file, so it is read each time and never stale."""
    return inbox.parked(home_folder())


def inbox_files() -> list[str]:
    """Files of the inbox that were not tried yet."""
    return inbox.new_files(home_folder())


def sources() -> list[str]:
    """The names of the tools and lists that can be read."""
    return sorted(all_presets(home_folder()))


def template_workbook() -> bytes:
    """The empty template, with the owner's own plans and calendars to choose from."""
    return template.template(home_folder())


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
    frame: pd.DataFrame = ask(checking.checks)
    return frame


def check_rows(check: str) -> pd.DataFrame:
    """The rows that a check found, in local time."""
    return in_local_time(ask(checking.check_rows, check))


def reconciliation() -> pd.DataFrame:
    """Our numbers beside the ticket tool's own."""
    frame: pd.DataFrame = ask(checking.reconciliation)
    return frame
