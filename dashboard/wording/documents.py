"""Sentences of the page about documents: what to send, what is signed, what is missing."""

from datetime import date

from dashboard.wording.numbers import count, counted

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
PREVIEW = "As it stands in the document. In business time: min, h and days are business minutes, hours and days."


def long_day(day: date) -> str:
    """Such as "1 June 2026"."""
    return f"{day.day} {day:%B %Y}"


def answer(day: date, lines: int, signed: int, sent: int, unsent: int) -> str:
    """What do I send and sign?"""
    told = f"The version of {long_day(day)} is what you send: {counted(lines, 'line')}"
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
