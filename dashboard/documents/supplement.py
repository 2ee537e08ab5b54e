"""The supplementary document: an amendment of an existing agreement by a client's own schedule."""

from dashboard import wording
from dashboard.documents import blocks, clauses, schedule, style
from dashboard.documents.matter import Matter
from dashboard.documents.schedule_rows import lines_of
from pipelines.vocabulary import Clock

TITLE = "Supplementary agreement"
PLURAL = {Clock.FIRST_RESPONSE: "first replies", Clock.RESOLUTION: "resolution times"}


def build(matter: Matter) -> bytes:
    """The amendment as a file, with places for both sides to sign."""
    document = style.paper(matter.sender, TITLE, draft=True)
    blocks.title(document, TITLE, f"Response and resolution times  ·  {clauses.subject(matter)}")
    blocks.draft_box(document)
    us, you = sides(matter)
    blocks.says(document, f"Between {us} (“we”) and {you} (“you”).")
    blocks.heading(document, "What is agreed")
    blocks.numbered(document, agreed(matter))
    blocks.heading(document, "Signed by both sides")
    blocks.signatures(document, (us, you), unnamed=matter.client is None)
    document.add_page_break()  # type: ignore[no-untyped-call]
    blocks.title(document, "Schedule", clauses.subject(matter))
    blocks.says(document, schedule.opening(matter))
    schedule.body(document, matter)
    return style.finished(document)


def sides(matter: Matter) -> tuple[str, str]:
    """Both parties by name."""
    you = wording.shown(matter.client.name) if matter.client else "the client named below"
    return wording.shown(matter.sender.company.name), you


def agreed(matter: Matter) -> list[tuple[str, str]]:
    """The clauses of the amendment."""
    return [*_times(matter), *_rest(matter)]


def _times(matter: Matter) -> list[tuple[str, str]]:
    day = style.long_day(matter.starts_on)
    return [
        (
            "What this adds to",
            (
                "We have an agreement on IT support. This document adds to it and is part of it from the"
                " day on which both sides have signed."
            ),
        ),
        (
            "Times",
            (
                f"The schedule behind this page says how soon we reply and resolve. It holds for tickets opened from"
                f" {day} on, and not before both sides have signed."
            ),
        ),
        (
            "What it replaces",
            f"{_replaced(matter)} Older tickets are measured by what was agreed when they were opened.",
        ),
    ]


def _replaced(matter: Matter) -> str:
    """Only what the schedule sets anew is replaced."""
    told = {line.clock for own in (True, False) for line in lines_of(matter, own=own)}
    set_anew = [PLURAL[clock] for clock in Clock if str(clock) in told]
    stays = [PLURAL[clock] for clock in Clock if str(clock) not in told]
    kept = f"; what we agreed on {' and '.join(stays)} stays" if stays else ""
    return f"It replaces what our agreement said on {' and '.join(set_anew)} before{kept}."


def _rest(matter: Matter) -> list[tuple[str, str]]:
    law = wording.shown(matter.contract.law)
    return [
        ("What stays", "Everything else in our agreement stays as it is, prices too."),
        (
            "What we count on",
            (
                "You report tickets in the agreed ways, name somebody whom we can reach, and let us get to the"
                " systems and sites that need work. While we wait for that, the clock stands as the schedule says."
            ),
        ),
        (
            "Changes",
            (
                f"Either side can ask for other times with {matter.contract.notice_days} days' notice. They hold when"
                " both sides have signed them."
            ),
        ),
        *([("Law", f"The law that governs our agreement governs this document too: {law}.")] if law else []),
    ]
