"""Documents that an owner prints, sends and has signed: results in, bytes out."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from dashboard.documents import letter, premium, schedule, supplement
from dashboard.documents.matter import Matter
from dashboard.documents.packing import apart, file_name, zipped

__all__ = ["KINDS", "Kind", "Matter", "apart", "file_name", "zipped"]


@dataclass(frozen=True)
class Kind:
    """A document that follows from a saved version: its name, what it is, whom it is for, and how it is built."""

    title: str
    about: str
    whom: str
    icon: str
    build: Callable[[Matter], bytes]


KINDS: Mapping[str, Kind] = {
    "schedule": Kind(
        schedule.TITLE,
        "Every time of this version, what the words mean, business hours, and what is not covered.",
        "Goes with every agreement",
        ":material/table_chart:",
        schedule.build,
    ),
    "supplement": Kind(
        supplement.TITLE,
        "Adds the schedule to the agreement that you have, with places for both sides to sign.",
        "For clients you have today; both sign it",
        ":material/draw:",
        supplement.build,
    ),
    "premium": Kind(
        premium.TITLE,
        "What it is, its times and its surcharge, how it starts and ends, and what it does not promise.",
        "For clients who buy Premium Response; both sign it",
        ":material/workspace_premium:",
        premium.build,
    ),
    "letter": Kind(
        "Letter to clients",
        "Friendly words on why times stand in writing now, what changes, and whom to call.",
        "For every client, with the schedule",
        ":material/mail:",
        letter.build,
    ),
}
