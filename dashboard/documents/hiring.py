"""The hiring case: what the simulated desk says about technicians, for whoever has to agree to a hire."""

from dataclasses import dataclass, field

import pandas as pd

from dashboard import wording
from dashboard.documents import blocks, style
from dashboard.documents.matter import Sender
from dashboard.documents.tables import listed

TITLE = "Hiring case"
NOT_USABLE = "No figure on hiring can be given today."
HOW = (
    "How these figures came about: your own weeks of tickets were run through a simulated desk, with today's technicians"
    " and with more or fewer. Ranges hold nine in ten of the futures that were tried."
)


@dataclass(frozen=True)
class HiringCase:
    """What is known: sentences, cards (label, value, beside), tables; why: why no figure can be given, if none can."""

    sender: Sender
    answer: tuple[str, ...] = ()
    cards: tuple[tuple[str, str, str], ...] = ()
    table: pd.DataFrame = field(default_factory=pd.DataFrame)
    needed: pd.DataFrame = field(default_factory=pd.DataFrame)
    trust: str = ""
    why: str = ""


def build(case: HiringCase) -> bytes:
    """The case as a file; without a usable desk it says why, and gives no figure."""
    document = style.paper(case.sender, TITLE, draft=False)
    blocks.title(document, TITLE, f"As of {style.long_day(case.sender.as_of)}")
    if case.why:
        blocks.says(document, NOT_USABLE, case.why)
        return style.finished(document)
    for sentence in case.answer:
        blocks.says(document, sentence)
    if case.cards:
        blocks.heading(document, "In figures")
        rows = [[label, value, beside] for label, value, beside in case.cards]
        listed(document, ("", "", ""), [("", rows)], (2.2, 1.2, 3.2), told="The answer in figures")
        blocks.spacer(document)
    for title, table in (("What today's desk keeps", case.table), ("How many are needed", case.needed)):
        if len(table):
            blocks.heading(document, title)
            _table(document, title, table)
    blocks.heading(document, "Can this be trusted?")
    blocks.says(document, case.trust)
    blocks.says(document, HOW, quiet=True)
    return style.finished(document)


def _table(document: style.Paper, title: str, table: pd.DataFrame) -> None:
    words = [str(name) for name in table.columns]
    rows = [
        [wording.DASH if pd.isna(cell) else wording.shown(cell) for cell in row]
        for row in table.itertuples(index=False, name=None)
    ]
    listed(document, words, [("", rows)], [1.0] * len(words), told=title)
    blocks.spacer(document)
