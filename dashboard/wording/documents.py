"""Sentences of the page about documents: what to send, what is signed, what is missing."""

from collections.abc import Collection, Mapping
from datetime import date

from dashboard.wording.numbers import FEWEST, count, counted, percent

NO_VERSION = (
    "**There is nothing to send yet: no targets are saved.** Every document takes its times from a saved version of"
    " your targets, so that what a client signs is what you will be measured by."
)
NO_CLIENTS = "No ticket says whose it is, so each document is for all clients."
UNNAMED = (
    "Documents name you “Your company”, because your settings do not say who you are. Your name, address and logo go"
    " there."
)
NO_WAY = "The letter names no phone number and no e-mail address: your settings have none."
NO_PLAN = "{} has no plan on record, so its documents show every plan. A client list gives it."
NO_DISTANCE = "The distance of {} is not on record, so its documents show every distance."
ONLY_ONE = "This version has no line for the {}: its documents say that nothing changes there."
TOO_MANY = (
    "The schedule has {} lines; hardly anybody signs more than {}. Lines with equal times are put together already:"
    " make more of them equal on the page Targets."
)
CHECK = (
    "Drafts in plain words, from your own figures: have your lawyer check what is to be signed. What is not"
    " covered, notice and plans stand on the page Settings."
)
UNFILTERED = "The filters in the side bar do not apply here: a document is of a version, for one client or for all."
NOTHING_FASTER = "This version promises Premium clients nothing faster, so there is nothing to sell yet."
COULD_PROMISE = "What Premium could promise stands on Premium & pricing."
UNDER_OTHERS = (
    "{} has no line of its own for the {}: “All other issue types” holds for it too, and judges it. Where Targets finds"
    " no time that would be kept, give it a line there or tell the client."
)
UNDER_OTHERS_MANY = (
    "{} have no line of their own for the {}: “All other issue types” holds for them too, and judges them. Where"
    " Targets finds no time that would be kept, give them a line there or tell the client."
)
NOUNS = {"first_response": "first replies", "resolution": "resolutions"}
PREVIEW = "As it stands in the document. In business time: min, h and days are business minutes, hours and days."


def long_day(day: date) -> str:
    """Such as "1 June 2026"."""
    return f"{day.day} {day:%B %Y}"


def version_label(day: date, state: str) -> str:
    """A version in a list."""
    if state == "starts":
        return f"starts {long_day(day)}"
    return f"{long_day(day)}, in force" if state == "in_force" else f"{long_day(day)}, replaced"


def _named(day: date, state: str) -> str:
    if state == "starts":
        return f"The version that starts on {long_day(day)}"
    return f"The version of {long_day(day)}, {'in force' if state == 'in_force' else 'replaced since'},"


def fared(clocks: Mapping[str, tuple[int, int]], since: date | None, rates: Collection[float]) -> str:
    """How a version would have fared; clocks: in time, and judged. Too few tickets give no share."""
    told = [
        f"{percent(kept / judged, digits=1)} of {count(judged)} {NOUNS[clock]}"
        for clock, (kept, judged) in clocks.items()
        if judged >= FEWEST
    ]
    when = "in the last 52 weeks" if since is None else f"since {since.day} {since:%b %Y}"
    goal = f" (goal {percent(next(iter(rates)))})" if len(set(rates)) == 1 else " (each plan has a goal of its own)"
    if not told:
        return (
            f"Had it been in force {when}: too few tickets would have been judged by it to say how it would have fared."
        )
    few = [NOUNS[clock] for clock, (_, judged) in clocks.items() if judged < FEWEST]
    more = f" Too few {' and '.join(few)} to say." if few else ""
    return f"Had it been in force {when}: {' and '.join(told)} in time{goal}.{more}"


def premium_fared(clocks: Mapping[str, tuple[int, int]]) -> str:
    """How Premium clients' own tickets would have fared; nothing under 30."""
    told = [
        f"{percent(kept / judged, digits=1)} of {count(judged)} {NOUNS[clock]}"
        for clock, (kept, judged) in clocks.items()
        if judged >= FEWEST
    ]
    return f"Of Premium clients' tickets, {' and '.join(told)} would have kept this version's times." if told else ""


def meaning(title: str, told: str, own: str) -> str:
    """The tool's own first reply beside that of the documents, where nobody has made them one."""
    return (
        f"{title} counts as a first reply: “{told}”. The document says: “{own}” Make them one, in Settings > Contract"
        " (your own words win)."
    )


def answer(day: date, state: str, lines: int, signed: int, sent: int, unsent: int) -> str:
    """What do I send and sign?"""
    told = f"{_named(day, state)} is what you send: {counted(lines, 'line')}"
    if not signed + sent + unsent:
        return f"**{told}.** {NO_CLIENTS}"
    parts = [f"{counted(signed, 'client')} {_have(signed)} signed it"] if signed else []
    parts += [f"{count(sent)} {_were(sent)} sent it and {_have(sent)} not signed"] if sent else []
    if unsent:
        whole = counted(unsent, "client") if not parts else count(unsent)
        parts.append(f"{whole} {_have(unsent)} not been sent anything")
    joined = ", ".join(parts) if len(parts) > 1 else f"and {parts[0]}"
    return f"**{told}, {joined}.**"


def _have(number: int) -> str:
    return "has" if number == 1 else "have"


def _were(number: int) -> str:
    return "was" if number == 1 else "were"
