"""Which clients have a version, and what its documents lack."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from dashboard import wording
from dashboard.documents.held import unnamed
from dashboard.documents.matter import Matter
from dashboard.documents.schedule_rows import MOST_ROWS, lines_of
from dashboard.wording import documents as words
from pipelines.vocabulary import Clock

MOST_NAMED = 4


@dataclass(frozen=True)
class Standing:
    """How many clients have signed a version, were only sent it, and have neither."""

    signed: int
    sent: int
    unsent: int


def standing(register: pd.DataFrame, version: str, clients: Sequence[str]) -> Standing:
    """Where the clients stand with a version; those whom no ticket knows any more are not counted."""
    own = register[register["version"] == version]
    known = {name.casefold() for name in clients}
    signed = {name.casefold() for name in own.loc[own["signed_on"].notna(), "client"]} & known
    sent = {name.casefold() for name in own["client"]} & known - signed
    return Standing(len(signed), len(sent), len(known) - len(signed) - len(sent))


def lacks(matter: Matter, lines: int) -> list[str]:
    """What the documents of a version cannot say, and what would let them."""
    company, client = matter.sender.company, matter.client
    told = {str(clock) for clock in matter.lines["clock"]}
    found = [words.ONLY_ONE.format(wording.clock_name(str(one)).lower()) for one in Clock if str(one) not in told]
    found += [words.TOO_MANY.format(wording.count(lines), MOST_ROWS)] if lines > MOST_ROWS else []
    found += under_others(matter)
    found += [] if company.phone or company.email else [words.NO_WAY]
    if client is not None:
        name = wording.plain(client.name)
        found += [words.NO_PLAN.format(name)] if client.tier is None and matter.lines["tier"].notna().any() else []
        far = matter.lines["distance_band"].notna().any()
        found += [words.NO_DISTANCE.format(name)] if not client.bands and far else []
    return found


def under_others(matter: Matter) -> list[str]:
    """The issue types that only the line for all others promises something, a sentence a clock."""
    general = lines_of(matter)
    found = []
    for clock in Clock:
        names = unnamed(general, matter.issue_types, clock)
        if names:
            said = words.UNDER_OTHERS if len(names) == 1 else words.UNDER_OTHERS_MANY
            found.append(said.format(_some(names), wording.clock_name(clock).lower()))
    return found


def _some(names: Sequence[str]) -> str:
    told = [wording.plain(name) for name in names[:MOST_NAMED]]
    more = len(names) - len(told)
    told += [wording.counted(more, "other")] if more else []
    return told[0] if len(told) == 1 else f"{', '.join(told[:-1])} and {told[-1]}"
