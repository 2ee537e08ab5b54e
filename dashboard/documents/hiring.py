"""The hiring case: what the simulated desk says about technicians, for whoever has to agree to a hire."""

from dataclasses import dataclass, field

import pandas as pd
from docx.document import Document as Paper

from dashboard import wording
from dashboard.documents import blocks, style
from dashboard.documents.matter import Sender
from dashboard.documents.tables import listed

TITLE = "Hiring case"
CARDS = ("Figure", "Value", "Nine times in ten between")
# A table of more columns than this holds plain figures behind its first two.
FIGURES = 4
NOT_USABLE = "No figure on hiring can be given today."
HOW = (
    "How these figures came about: your own weeks of tickets were run through a simulated desk, with today's"
    " technicians and with more or fewer. Ranges hold nine in ten of the futures that were tried."
)


@dataclass(frozen=True)
class HiringCase:
    """What is known: sentences, cards (label, value, beside), tables.

    always: what the table of needs leaves out, being the same in every row. why: why no figure can be given.
    """

    sender: Sender
    answer: tuple[str, ...] = ()
    cards: tuple[tuple[str, str, str], ...] = ()
    table: pd.DataFrame = field(default_factory=pd.DataFrame)
    needed: pd.DataFrame = field(default_factory=pd.DataFrame)
    always: str = ""
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
        listed(document, CARDS, [("", rows)], (2.6, 1.2, 2.6), told="The answer in figures", right=2)
        blocks.spacer(document)
    for title, table in (("What today's desk keeps", case.table), ("How many are needed", case.needed)):
        if len(table):
            blocks.heading(document, title)
            _table(document, title, table)
    if case.always:
        blocks.says(document, case.always)
    blocks.heading(document, "Can this be trusted?")
    blocks.says(document, case.trust)
    blocks.says(document, HOW, quiet=True)
    return style.finished(document)


def _table(document: Paper, title: str, table: pd.DataFrame) -> None:
    words = [str(name) for name in table.columns]
    rows = [
        [wording.DASH if pd.isna(cell) else wording.shown(cell) for cell in row]
        for row in table.itertuples(index=False, name=None)
    ]
    figures = len(words) - 2 if len(words) > FIGURES else 0
    shares = [1.6, *[1.0] * (len(words) - 1)]
    listed(document, words, [("", rows)], shares, told=title, right=figures)
    blocks.spacer(document)
