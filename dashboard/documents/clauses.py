"""What words mean, what is not covered, and how the times are to be read: the same in every document that is signed."""

from docx.document import Document as Paper

from dashboard import wording
from dashboard.documents import blocks, style
from dashboard.documents.held import plain, unpromised
from dashboard.documents.matter import Hours, Matter
from dashboard.documents.schedule_rows import lines_of
from dashboard.documents.schedule_table import KIND_NAMES, Part, issue_names, natural, tells_kinds
from dashboard.documents.tables import listed
from dashboard.wording import targets as target_words
from pipelines.tier_plans import Plan
from pipelines.vocabulary import Clock

MOST_NAMED = 90
MANY_PLANS = 5
# Shares of the width for what a line is for, by how many columns say it.
WIDTHS = {1: [4.6], 2: [3.4, 2.2], 3: [3.0, 2.2, 1.25]}
FIRST_REPLY = "The first answer by a person. An automatic receipt does not count."
UNITS = "min, h and days are business minutes, business hours and business days."
READING = (
    "If more than one line fits a ticket, the line that says more about it counts: the one with more of plan, Premium"
    " Response, issue type, distance, kind of work and priority filled in. If they say equally much, the one that names"
    " the first of these counts, in the order Premium Response, issue type, distance, kind of work, priority, plan."
)
NOTHING_SAID = (
    "This version sets no time for the {}. What we agreed on it before stays as it is; where we agreed nothing, no time"
    " is promised."
)


def subject(matter: Matter) -> str:
    """Whom a document is for, and from when."""
    whom = f"For {wording.shown(matter.client.name)}" if matter.client else "For all clients"
    return f"{whom}  ·  Times of {style.long_day(matter.starts_on)}"


def times(document: Paper, matter: Matter, parts: list[Part]) -> None:
    """The tables of a schedule, and the issue types and clocks of which it says nothing."""
    usual = {part.clock: part for part in parts if part.premium is not True}
    for part in parts:
        times_of(document, part)
        if usual.get(part.clock) is part:
            _unpromised(document, matter, Clock(part.clock))
    told = {part.clock for part in parts}
    for clock in Clock:
        if str(clock) not in told:
            blocks.says(document, NOTHING_SAID.format(wording.clock_name(clock).lower()))


def _unpromised(document: Paper, matter: Matter, clock: Clock) -> None:
    lines = [line for own in (True, False) for line in lines_of(matter, own=own)]
    names = unpromised(lines, matter.issue_types, clock)
    if names:
        blocks.says(document, f"No time is promised yet for: {issue_names(names)}.")


def times_of(document: Paper, part: Part) -> None:
    """One table of a schedule with its heading."""
    blocks.heading(document, part.title, 2)
    blocks.says(document, f"In business time: {UNITS}", quiet=True, close=True)
    words = len(part.columns) - part.times
    alone = part.times == 1
    shares = WIDTHS[words] + [2.0 if alone else 1.15 if part.times <= MANY_PLANS else 0.95] * part.times
    sections = [(name if tells_kinds(part) else "", rows) for name, rows in part.sections]
    listed(document, part.columns, sections, shares, told=part.title, right=0 if alone else part.times, quiet=True)
    blocks.spacer(document)


def reading(document: Paper, matter: Matter) -> None:
    """How to read the tables, and what the times are."""
    blocks.says(document, READING)
    blocks.says(document, _share_kept(matter))


def _share_kept(matter: Matter) -> str:
    tier = matter.client.tier if matter.client else None
    rate = matter.rates.get(tier, matter.rates.get(None))
    if rate is None:
        return ""
    return (
        f"These times are targets. We plan our work so that {target_words.share_of(rate)} of the tickets that a line"
        " covers are done in time. A ticket that takes longer is one that we tell you about, not one that we hide."
    ).replace("of tickets of the tickets", "of the tickets")


def definitions(matter: Matter, parts: list[Part]) -> list[tuple[str, str]]:
    """The words of a schedule; only those that it uses."""
    told = [
        ("Ticket", "A fault or a request that you report to us by one of the ways that we have agreed."),
        ("First reply", FIRST_REPLY),
        ("Resolution", "A working fix, or a workaround that you have approved."),
        ("Business hours", ("The hours in the table of hours, without public holidays. A clock runs only in them: what"
         " is reported outside them counts from the next opening.")),
        ("Business day", "The open hours of one usual working day in the table of hours, not a day of 24 hours."),
        ("Pause", _pause(matter)),
    ]  # fmt: skip
    rows = [row for part in parts for _, rows in part.sections for row in rows]
    columns = {name for part in parts for name in part.columns}
    if "Place" in columns:
        told.append(("Remote", "Work that is done without travelling to you."))
        told.append(("On-site", "Work for which one of us has to come to your site."))
    if any(band in cell for row in rows for cell in row for band in matter.bands):
        told.append(("Distance", "By road from our nearest office to your site, one way."))
    if "Priority" in columns:
        told.append(("Priority", "How urgent a ticket is, as recorded when it was opened."))
    written = matter.contract.definitions.items()
    own = {name.casefold(): (wording.shown(name), wording.shown(text)) for name, text in written}
    usual = [(name, own.pop(name.casefold(), (name, text))[1]) for name, text in told]
    return [*usual, *own.values()]


def _pause(matter: Matter) -> str:
    stands = "The clock stands while we wait for you, for a supplier or for parts"
    if set(matter.pausing) == {Clock.RESOLUTION}:
        return f"{stands}. This goes for the resolution; the first reply is never paused."
    if not matter.pausing:
        return "No clock stands while we wait."
    return f"{stands}. This goes for the first reply and the resolution."


def hours(document: Paper, matter: Matter) -> None:
    """The table of business hours."""
    rows = [[wording.shown(own.title), _holidays(own), _day(own)] for own in matter.hours]
    if rows:
        columns = ("Business hours", "Closed on public holidays of", "One business day")
        listed(document, columns, [("", rows)], (3.4, 2.0, 1.4), told="Business hours", right=1)
        blocks.spacer(document)


def _holidays(own: Hours) -> str:
    return wording.shown(own.holidays) if own.holidays else "none: open on holidays too"


def _day(own: Hours) -> str:
    return f"{wording.trimmed(own.day_seconds / 3600)} business hours"


def exclusions(document: Paper, matter: Matter) -> None:
    """What the times do not cover."""
    if not matter.contract.exclusions:
        blocks.says(document, "Nothing is left out: the times hold for every ticket that you report.")
        return
    blocks.says(document, "The times do not cover:", close=True)
    blocks.bullets(document, (wording.shown(one) for one in matter.contract.exclusions))


def plans(document: Paper, matter: Matter) -> None:
    """What each plan includes, as far as the owner has said it; a client sees its own plan alone."""
    rows = [
        [wording.shown(tier), wording.shown(plan.coverage) or "as above", "; ".join(map(wording.shown, plan.included))]
        for tier, plan in plans_told(matter)
    ]
    listed(document, ("Plan", "Hours", "What it includes"), [("", rows)], (1.0, 2.4, 3.6), told="Plans")


def plans_told(matter: Matter) -> list[tuple[str, Plan]]:
    """The plans of which the owner has said something, in order."""
    own = matter.client.tier if matter.client else None
    told = [(tier, matter.plans[tier]) for tier in matter.tiers if tier in matter.plans and own in (None, tier)]
    return [(tier, plan) for tier, plan in told if plan.coverage or plan.included]


def issue_types(document: Paper, matter: Matter) -> None:
    """What counts as software, and what as hardware: every issue type that is known, by its kind."""
    kinds = {plain(name): kind for name, kind in matter.kinds.items()}
    found: dict[str, list[str]] = {}
    for name in matter.issue_types:
        found.setdefault(KIND_NAMES[kinds.get(plain(name), "other")], []).append(name)
    rows = [[name, _some(sorted(found[name], key=natural))] for name in KIND_NAMES.values() if name in found]
    if rows:
        listed(document, ("Kind", "Issue types"), [("", rows)], (1.2, 5.2), told="Issue types by kind")
        blocks.spacer(document)


def _some(names: list[str]) -> str:
    more = len(names) - MOST_NAMED
    return issue_names(names) if more <= 0 else f"{issue_names(names[:MOST_NAMED])} and {more} more"
