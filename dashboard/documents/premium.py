"""The Premium Response clause: what it is, its times and cost, how it starts and ends, what it does not promise."""

from docx.document import Document as Paper

from dashboard import wording
from dashboard.documents import blocks, clauses, style
from dashboard.documents.matter import Matter
from dashboard.documents.schedule_table import parts
from dashboard.documents.supplement import sides
from dashboard.wording import money
from pipelines.vocabulary import Clock

TITLE = "Premium Response clause"
NO_TIMES = (
    "The saved times have no line for Premium Response. Your tickets then go first, and the times are those of your"
    " schedule: no shorter time is promised."
)
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
    """The clause as a file."""
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
    _times(document, matter)
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


def _times(document: Paper, matter: Matter) -> None:
    own = [part for mine in (True, False) for part in parts(matter, own=mine) if part.premium]
    if not own:
        blocks.says(document, NO_TIMES)
        return
    told = {part.clock for part in own}
    for part in own:
        clauses.times_of(document, part)
    missing = [wording.clock_name(clock).lower() for clock in Clock if str(clock) not in told]
    if missing:
        blocks.says(document, f"For the {' and the '.join(missing)}, the times of your schedule hold.")
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
