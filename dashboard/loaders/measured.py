"""How the figures come about: decisions, one ticket worked through, what is counted."""

import pandas as pd

from dashboard.loaders.cache import ask, in_local_time
from dashboard.loaders.home import Slice
from pipelines.history import results as ledger
from pipelines.intake.preset import all_presets
from pipelines.measure import checking, results
from pipelines.settings import ROOT, home_folder
from pipelines.vocabulary import Clock

DECISIONS = ROOT / "docs" / "measuring.md"


def measuring_rules() -> str:
    """The page on decisions as it stands in docs, in Markdown."""
    return DECISIONS.read_text(encoding="utf-8")


def worked_ticket() -> tuple[str, str] | None:
    """Source and number of the ticket that shows best how a resolution is measured."""
    found: tuple[str, str] | None = ask(checking.worked_ticket)
    return found


def ticket_clocks(ticket_id: str) -> pd.DataFrame:
    """Both clocks of every ticket with this number, in local time."""
    return in_local_time(ask(checking.ticket_clocks, ticket_id))


def counted(clock: Clock) -> pd.Series:
    """How many clocks of the whole history are in each state."""
    whole = ask(results.turnaround, clock, Slice(), by_issue=False, by_tier=False, by_place=False)
    return whole.iloc[0] if len(whole) else pd.Series(dtype="int64")


def response_meanings() -> dict[str, str]:
    """What a first response is in each tool whose tickets stand in this history: title -> meaning."""
    loaded = ask(ledger.loads)
    sources = set(loaded.loc[loaded["undone_at"].isna(), "source"])
    presets = [preset for preset in all_presets(home_folder()).values() if preset.source in sources]
    return {preset.title: preset.response_meaning for preset in presets if preset.response_meaning}
