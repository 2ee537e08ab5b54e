"""The response schedule: every time of a saved version, what the words mean, and when it starts."""

from docx.document import Document as Paper

from dashboard import wording
from dashboard.documents import blocks, clauses, style
from dashboard.documents.matter import Matter
from dashboard.documents.schedule_table import Part, parts

TITLE = "Response schedule"
PREMIUM = (
    "Times with Premium Response hold for clients who have it, from the day on which it starts; times without it for"
    " everybody else. A table that says neither holds for both."
)


def build(matter: Matter) -> bytes:
    """The schedule as a file."""
    document = style.paper(matter.sender, TITLE, draft=True)
    blocks.title(document, TITLE, clauses.subject(matter))
    blocks.draft_box(document)
    blocks.says(document, opening(matter))
    body(document, matter)
    return style.finished(document)


def opening(matter: Matter) -> str:
    """What the schedule is, from when, and for which plan."""
    who = wording.shown(matter.sender.company.name)
    day = style.long_day(matter.starts_on)
    told = f"This schedule says how soon {who} replies to your tickets and how soon it resolves them, from {day} on."
    client = matter.client
    if client is None:
        return told
    plan = f"Your plan is {wording.shown(client.tier)}." if client.tier else "No plan is on record for you."
    far = f"Your sites lie in these distances: {', '.join(map(wording.shown, client.bands))}." if client.bands else ""
    premium = "You have Premium Response." if client.premium else ""
    return " ".join(filter(None, (told, plan, premium, far)))


def body(document: Paper, matter: Matter) -> None:
    """The tables and their clauses, as they also stand in an agreement."""
    own, general = parts(matter, own=True), parts(matter)
    head = blocks.counted_headings(document)
    head("Times")
    if own:
        blocks.says(document, "Agreed with you alone; these lines come before all others.", close=True)
        for part in own:
            clauses.times_of(document, part)
        blocks.says(document, "For everything else:", close=True)
    clauses.times(document, matter, general)
    if any(part.premium is not None for part in general):
        blocks.says(document, PREMIUM)
    head("How to read them")
    clauses.reading(document, matter)
    head("What the words mean")
    blocks.terms(document, clauses.definitions(matter, [*own, *general]))
    head("Business hours")
    clauses.hours(document, matter)
    if clauses.plans_told(matter):
        head("What a plan includes")
        clauses.plans(document, matter)
    head("What is not covered")
    clauses.exclusions(document, matter)
    head("Start")
    blocks.says(document, _start(matter))
    if len({matter.kinds.get(name, "other") for name in matter.issue_types}) > 1:
        head("Issue types")
        blocks.says(document, "What counts as software and what as hardware:", close=True)
        clauses.issue_types(document, matter)


def _start(matter: Matter) -> str:
    return (
        f"The times hold for tickets opened from {style.long_day(matter.starts_on)} on, and not before both sides have"
        f" signed. Older tickets are measured by what was agreed when they were opened. Either side can ask for other"
        f" times with {matter.contract.notice_days} days' notice; they hold when both have signed them."
    )


__all__ = ["Part", "build"]
