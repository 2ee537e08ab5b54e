"""Which clients have a version, and what its documents lack."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd

from dashboard import wording
from dashboard.documents.matter import Matter
from dashboard.documents.schedule_rows import MOST_ROWS
from dashboard.wording import documents as words
from pipelines.vocabulary import Clock


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
    found += [] if company.phone or company.email else [words.NO_WAY]
    if client is not None:
        name = wording.plain(client.name)
        found += [words.NO_PLAN.format(name)] if client.tier is None and matter.lines["tier"].notna().any() else []
        far = matter.lines["distance_band"].notna().any()
        found += [words.NO_DISTANCE.format(name)] if not client.bands and far else []
    return found
