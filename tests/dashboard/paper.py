"""Documents as text, and the drawn matter that they are made from in tests.

`python -m tests.dashboard.paper` writes tests/dashboard/golden anew, after a change of words that was meant.
"""

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pandas as pd
from docx.document import Document
from docx.table import Table

from dashboard import documents
from dashboard.documents import hiring, report
from dashboard.documents.matter import Client, Hours, Matter, Own, Sender
from dashboard.documents.review import ClockReview, Review
from pipelines.company import Company
from pipelines.contract import Contract
from pipelines.prices import Surcharge, SurchargeKind
from pipelines.tier_plans import Plan
from pipelines.vocabulary import Clock

GOLDEN = Path(__file__).parent / "golden"
COLUMNS = (
    "clock", "client", "tier", "issue_type", "work_mode", "distance_band", "priority", "premium", "amount", "unit",
)  # fmt: skip
BANDS = ("under 10 km", "10-30 km", "30-60 km")
KINDS = {"Email": "software", "Password reset": "software", "Printer fault": "hardware", "Wi-Fi": "hardware"}
SENDER = Sender(
    Company("Larch IT", ("1 High Street", "Leeds LS1 1AA"), "help@larch.example", "0113 496 0000"),
    date(2026, 5, 29), None, "GBP",
)  # fmt: skip
LINES = """
first_response |  | Silver |                |         |             |  |     | 2  | business_hours
first_response |  | Gold   |                |         |             |  |     | 30 | business_minutes
first_response |  |        |                |         |             |  | yes | 15 | business_minutes
resolution     |  | Silver | Email          |         |             |  |     | 9  | business_hours
resolution     |  | Gold   | Email          |         |             |  |     | 5  | business_hours
resolution     |  | Silver | Password reset |         |             |  |     | 9  | business_hours
resolution     |  | Gold   | Password reset |         |             |  |     | 5  | business_hours
resolution     |  | Silver | Printer fault  | remote  |             |  |     | 12 | business_hours
resolution     |  | Gold   | Printer fault  | remote  |             |  |     | 7  | business_hours
resolution     |  | Silver | Printer fault  | on_site | under 10 km |  |     | 3  | business_days
resolution     |  | Gold   | Printer fault  | on_site | under 10 km |  |     | 2  | business_days
resolution     |  | Silver | Printer fault  | on_site | 30-60 km    |  |     | 8  | business_days
resolution     |  | Gold   | Printer fault  | on_site | 30-60 km    |  |     | 6  | business_days
resolution     |  |        |                |         |             |  |     | 10 | business_days
resolution     | Alder Dental | | Wi-Fi     |         |             |  |     | 1  | business_hours
"""


CONTRACT = Contract(
    ("Projects that are planned ahead.", "Faults of internet lines."),
    {"Priority one": "Nobody at a site can work.", "resolution": "A working fix, or an approved workaround, in use."},
    45, "England and Wales",
)  # fmt: skip
PLANS = {"Silver": Plan(), "Gold": Plan("Monday to Friday, 08:30 to 17:30", ("Remote help", "Two visits a month"))}


def drawn(text: str) -> pd.DataFrame:
    """Lines of a version, as the pipelines have them."""
    rows = [[cell.strip() or None for cell in line.split("|")] for line in text.strip().splitlines()]
    frame = pd.DataFrame(rows, columns=[*COLUMNS]).astype(object)
    frame["amount"] = frame["amount"].astype(float)
    frame["premium"] = frame["premium"].map({"yes": True, "no": False}).astype("boolean")
    return frame.where(frame.notna(), None)


def a_matter(lines: pd.DataFrame | str = LINES, **more: Any) -> Matter:
    """A version for all clients."""
    usual = Matter(
        sender=SENDER,
        version="2026-06-01",
        starts_on=date(2026, 6, 1),
        lines=drawn(lines) if isinstance(lines, str) else lines,
        tiers=("Silver", "Gold"),
        bands=BANDS,
        kinds=KINDS,
        issue_types=tuple(KINDS),
        hours=(Hours("Monday to Friday, 08:30 to 17:30", "GB-ENG", 9 * 3600),),
        rates={None: 0.9},
        surcharge=Surcharge(SurchargeKind.PERCENT, 15),
        contract=CONTRACT,
        plans=PLANS,
    )
    return replace(usual, **more)


ALDER = Client("Alder Dental", "Gold", ("under 10 km",), premium=True)
OWN = (Own(Clock.FIRST_RESPONSE, 214, 1500.0, 214, 196), Own(Clock.RESOLUTION, 12, 9000.0, 12, 9))


def a_review(judged: int = 120, kept: int = 108) -> Review:
    """A quarter of a client."""
    weeks = pd.DataFrame({"week": pd.date_range("2026-03-02", periods=13, freq="7D"), "met": 8, "late": 1, "opened": 10})
    issues = pd.DataFrame({"issue_type": ["Email", "Printer fault"], "n": [90, 40]})
    clocks = (ClockReview(Clock.RESOLUTION, judged, kept, 0.83, 0.94, judged, 3600.0, 30000.0),)
    return Review(
        SENDER, "Alder Dental", date(2026, 3, 2), date(2026, 5, 29), clocks, weeks, issues, 3, 1, 9 * 3600,
        ("The times of 1 June 2026 were sent and are not signed yet.",),
    )  # fmt: skip


def a_case() -> hiring.HiringCase:
    """A case for one more technician."""
    return hiring.HiringCase(
        SENDER,
        answer=("7 technicians are not enough: 8 are needed.",),
        cards=(("Technicians today", "7", ""), ("Needed", "8", "7 to 9")),
        table=pd.DataFrame({"Plan": ["Gold"], "Promise": ["Resolution"], "In time (%)": [88.2]}),
        trust="Tried on 13 later weeks: 12 lay inside what was foretold.",
    )


def built() -> dict[str, bytes]:
    """Every document by name, for everybody and for one client."""
    everybody, alder = a_matter(), a_matter(client=ALDER, own=OWN)
    told = {f"{name}-all": kind.build(everybody) for name, kind in documents.KINDS.items()}
    told |= {f"{name}-alder": kind.build(alder) for name, kind in documents.KINDS.items()}
    return told | {"report-alder": report.build(a_review()), "hiring": hiring.build(a_case())}


def opened(content: bytes) -> Document:
    """A document as a word processor reads it."""
    return docx.Document(io.BytesIO(content))


def text_of(content: bytes) -> list[str]:
    """What a document says, in order: heads, paragraphs, tables as lines."""
    document = opened(content)
    section = document.sections[0]
    told = [f"[head] {line.text}" for line in section.header.paragraphs if line.text]
    told += list(_body(document))
    return told + [f"[foot] {line.text}" for line in section.footer.paragraphs]


def _body(document: Document) -> Iterator[str]:
    for part in document.iter_inner_content():
        if isinstance(part, Table):
            yield from (_row([cell.text for cell in row.cells]) for row in part.rows)
        elif part.text.strip():
            style = part.style.name if part.style else ""
            yield f"# {part.text}" if style in ("Title", "Heading 1", "Heading 2") else part.text


def _row(cells: list[str]) -> str:
    whole = cells[0] if len(set(cells)) == 1 and len(cells) > 1 else None
    return f"| {whole if whole is not None else ' | '.join(cells)} |"


def main() -> None:
    """Write the golden files anew."""
    GOLDEN.mkdir(exist_ok=True)
    for name, content in built().items():
        (GOLDEN / f"{name}.txt").write_text("\n".join(text_of(content)) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
