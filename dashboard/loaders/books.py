"""What came in: loads, their outcomes, rejected rows, checks."""

import pandas as pd

from dashboard.loaders.cache import ask, in_local_time
from pipelines import inbox, template
from pipelines.connection import Connection
from pipelines.history import results
from pipelines.inbox import Parked
from pipelines.intake.preset import all_presets
from pipelines.measure import checking
from pipelines.settings import home_folder


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


def _outcomes_of_all(history: Connection) -> pd.DataFrame:
    ids = [int(load_id) for load_id in results.loads(history)["load_id"]]
    return pd.concat([results.outcomes(history, load_id).assign(load_id=load_id) for load_id in ids], ignore_index=True)
