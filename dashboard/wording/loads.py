"""What became of a file, and what a history lacks, in plain words."""

import re
from collections.abc import Mapping
from typing import Any

import pandas as pd

from dashboard.wording.numbers import DASH, counted, percent
from dashboard.wording.times import elapsed

# An export a week, and a day for the weekend's.
FRESH, OLD = 8, 60
SENTENCE = re.compile(r"(?<=[.])\s+(?=[A-Z])")
OUTCOMES = {
    "new": "new to the history",
    "updated": "changed what was there",
    "unchanged": "were there already, as they are",
    "superseded": "older than what was there; kept, not used",
    "folded": "steps of a ticket, folded into it",
    "duplicate": "exact repeats within the file",
    "excluded": "merged, deleted or cancelled: left out of every figure",
    "totals row": "a row of totals, not a ticket",
    "erased before": "of a client that you erased",
    "quarantined": "could not be read: each stands under rejected rows",
}
LACKS = {
    "has_targets": "A target list tells which tickets were late.",
    "has_tier": "Tiers (in the export or a client list) split every figure by plan.",
    "has_client": "Clients show who is badly served.",
    "has_work_mode": "Remote or on-site shows what a visit costs in time.",
    "has_distance": "Distances (in a client list) show whether far sites wait longer.",
    "has_priority": "Priorities let urgent tickets have targets of their own.",
}
COUNTS = {
    "business": "business minutes",
    "business and waiting": "business minutes, waiting counted",
    "calendar": "minutes around the clock",
}
QUESTIONS = {
    "date order": "Say below which comes first.",
    "quarantine": "Mend the export, or load the rest all the same.",
    "source": "Say below where the file comes from.",
    "encoding": "Say below which reading has the right letters.",
    "mapping": "Say below what its columns hold: you are asked once, and files like it are then known.",
    "replace": "Choose another name, or say that it shall be replaced.",
}


def lacking(facts: Any) -> list[str]:
    """What giving more would add."""
    return [sentence for name, sentence in LACKS.items() if not getattr(facts, name)]


def refusal(sentence: str, question: str) -> str:
    """A refusal for a page, where nobody types options: what is wrong, and what can be said about it below."""
    asks = QUESTIONS.get(question, "")
    if question == "mapping":
        return f"{SENTENCE.split(sentence)[0]} {asks}"  # what a shell can do about it is of no use here
    before, option, _ = sentence.partition(" --")
    if not option:
        return f"{sentence} {asks}".rstrip()
    whole = before[: max(before.rfind(mark) for mark in (";", ".")) + 1].rstrip(" .;")
    return f"{whole or before}. {asks}".rstrip()


def outcome(name: str) -> str:
    """Such as "quarantined" -> what that means."""
    return OUTCOMES.get(name, name)


def trust(tickets: int, until: str, records: int, rejected: int, remarks: int) -> str:
    """Can I trust this?"""
    verdict = (
        "Yes" if not rejected and not remarks else "Yes, with remarks" if rejected <= 0.05 * records else "Only in part"
    )
    read = f"every one of {counted(records, 'record')} was read"
    if rejected:
        share, verb = percent(rejected / records, digits=1), "stands" if rejected == 1 else "stand"
        where = f"{verb} under Loads and rejected rows"
        read = f"{counted(rejected, 'record')} of {records:,} ({share}) could not be read and {where}"
    checked = "no check found anything" if not remarks else f"{counted(remarks, 'check')} found something to look at"
    return f"**{verdict}.** {counted(tickets, 'ticket')} to {until}; {read}; {checked}."


def compared(what: str, counts: str | None) -> str:
    """Such as "minutes", "business" -> "business minutes"."""
    return COUNTS.get(counts or "", what) if what == "minutes" else what


def apart(seconds: float | None) -> str:
    """By how much ours differs from the ticket tool's: -180 -> "3 min shorter"."""
    if seconds is None or pd.isna(seconds):
        return DASH
    if abs(seconds) < 60:
        return "the same minute"
    return f"{elapsed(abs(seconds))} {'longer' if seconds > 0 else 'shorter'}"


def age(days: int) -> str:
    """How old the newest export is."""
    if days <= 0:
        return "The newest export is of today."
    old = f"The newest export is {counted(days, 'day')} old."
    return f"{old} Load a new one before you decide on this week." if days > FRESH else old


def beside_date(days: int) -> str:
    """How old the newest export is, beside its day in the side bar; in Markdown, nothing where it is fresh."""
    if days > OLD:
        return f":material/warning: **{counted(days, 'day')} old: these are facts of then**"
    return f"{counted(days, 'day')} old" if days > FRESH else ""


def summary(report: Mapping[str, Any]) -> str:
    """One line for one loaded file."""
    return f"{counted(int(report['records']), 'record')}, read as {report['source']}"
