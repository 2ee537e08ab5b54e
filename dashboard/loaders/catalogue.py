"""The service catalogue over this history: categories, lines, and what is proposed for tickets without a category."""

from dataclasses import dataclass

import pandas as pd

from dashboard.loaders.cache import ask
from models.catalogue.results import Evidence
from models.refresh import read_proposals
from pipelines.catalogue import NOT_YET, placing, read_catalogue
from pipelines.connection import Connection
from pipelines.settings import home_folder

__all__ = ["NOT_YET", "Proposed", "catalogue_kinds", "categories", "proposed"]


@dataclass(frozen=True)
class Proposed:
    """Proposals for tickets that still have none, with their subjects; `evidence` is None where nothing was tried."""

    evidence: Evidence | None
    tickets: pd.DataFrame
    untold: int
    stale: bool


def categories() -> pd.DataFrame:
    """One row a category of the exports, those on no line first; together they are all tickets."""
    frame: pd.DataFrame = ask(placing.categories)
    return frame


def catalogue_kinds() -> dict[str, str]:
    """Every line of the catalogue with its kind."""
    return read_catalogue(home_folder()).kinds


def proposed() -> Proposed:
    """What is proposed for the tickets that have no issue type now."""
    found: Proposed = ask(_proposed)
    return found


def _proposed(history: Connection) -> Proposed:
    stored, open_ones = read_proposals(home_folder()), placing.untold_subjects(history)
    if stored is None:
        return Proposed(None, pd.DataFrame(), len(open_ones), stale=False)
    subjects = open_ones[["source", "ticket_id", "subject"]]
    return Proposed(
        stored.evidence, stored.tickets.merge(subjects, on=["source", "ticket_id"]), len(open_ones), stored.stale
    )
