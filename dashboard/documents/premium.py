"""The Premium Response clause: what it is, its times and cost, how it starts and ends, what it does not promise."""

from docx.document import Document as Paper

from dashboard import wording
from dashboard.documents import blocks, clauses, style
from dashboard.documents.matter import Matter
from dashboard.documents.schedule_rows import faster_rows
from dashboard.documents.schedule_table import Part, tables
from dashboard.documents.supplement import sides
from dashboard.wording import documents as words
from dashboard.wording import money
from pipelines.errors import TurnaroundError

TITLE = "Premium Response clause"
NOT_PROMISED = (
    (
        "that every ticket is resolved sooner: some work takes as long as it takes, and waiting for parts, suppliers or"
        " you stays waiting"
    ),
    "help outside your business hours, unless your plan has it",
    "work that your agreement does not cover",
    "that a technician travels faster: distance stays distance",
)


def build(matter: Matter) -> bytes:
    """The clause as a file; raises where nothing is shorter, for nobody buys that."""
    shorter = faster(matter)
    if not shorter:
        raise TurnaroundError(f"{words.NOTHING_FASTER} {words.COULD_PROMISE}")
    document = style.paper(matter.sender, TITLE, draft=True)
    blocks.title(document, TITLE, clauses.subject(matter))
    blocks.draft_box(document)
    blocks.heading(document, "1. What it is")
    blocks.says(
        document,
        "Premium Response is an addition to your plan. Your tickets are taken up before those of clients without it,"
        " whatever your plan is. It changes who comes first; it does not change what is covered.",
    )
    blocks.heading(document, "2. Times")
    _times(document, shorter)
    blocks.heading(document, "3. What it costs")
    blocks.says(document, costs(matter))
    blocks.heading(document, "4. Start and end")
    blocks.says(document, _start(matter))
    blocks.heading(document, "5. What it does not promise")
    blocks.says(document, "Premium Response does not promise:", close=True)
    blocks.bullets(document, NOT_PROMISED, close=True)
    blocks.heading(document, "Signed by both sides")
    blocks.signatures(document, sides(matter), unnamed=matter.client is None)
    return style.finished(document)


def faster(matter: Matter) -> list[Part]:
    """The tables of what Premium Response makes shorter, the client's own first; none: there is nothing to sell."""
    return [part for own in (True, False) for part in tables(matter, faster_rows(matter, own=own))]


def _times(document: Paper, parts: list[Part]) -> None:
    for part in parts:
        clauses.times_of(document, part)
    blocks.says(
        document, "Where no line fits a ticket, the times of your schedule hold. Its words and hours hold here."
    )


def costs(matter: Matter) -> str:
    """The surcharge as the owner has set it; no amount where none is."""
    found = matter.surcharge
    if found is None or not found.amount:
        return "We ask nothing on top of your fee for it."
    told = money.surcharge(found.amount, found.kind, wording.shown(matter.sender.currency))
    each = told if told.endswith("a month") else f"{told} each month"
    return f"Premium Response costs {each}, on top of your fee and billed with it."


def _start(matter: Matter) -> str:
    return (
        f"It starts on the day that both sides have signed, not before {style.long_day(matter.starts_on)}, and holds"
        f" for tickets opened from then on. Either side can end it with {matter.contract.notice_days} days' notice to"
        " the end of a month; your plan goes on without it."
    )
