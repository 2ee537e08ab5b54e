"""The lines of a schedule as an editor shows them, and what a draft of them changes."""

from dataclasses import dataclass
from typing import Any

import pandas as pd

from dashboard import wording
from dashboard.digest import target_draft as drafts
from dashboard.loaders.promised import Offer
from dashboard.wording import targets as words

YOURS = "Yours"
ANY = "All tickets"
REST = "Anything else"
MOST_NAMED = 2


@dataclass(frozen=True)
class Counts:
    """Judged and late tickets, in all and by line."""

    judged: int
    late: int
    of_line: dict[int, tuple[int, int]]

    @property
    def share(self) -> float | None:
        """The share late; None where none is judged."""
        return self.late / self.judged if self.judged else None


def counts(offer: Offer, rescored: pd.DataFrame) -> Counts:
    """A re-score by line."""
    by_line = rescored.assign(line=offer.line_of(rescored)).groupby("line")[["n", "breached"]].sum()
    of_line = {int(str(line)): (int(row["n"]), int(row["breached"])) for line, row in by_line.iterrows()}
    return Counts(int(rescored["n"].sum()), int(rescored["breached"].sum()), of_line)


def table(offer: Offer, draft: drafts.Draft, today: Counts, yours: Counts, day_seconds: int) -> pd.DataFrame:
    """One row a line, with the columns that are told apart."""
    has_today = bool(offer.segments["amount"].notna().any())
    rows = [
        _named(offer, line)
        | _measured(line)
        | (_held(offer, place, today) if has_today else {})
        | _offered(line, day_seconds)
        | _own(offer, place, line, draft, yours, day_seconds)
        for place, line in enumerate(offer.lines.to_dict("records"))
    ]
    return pd.DataFrame(rows)


def label(offer: Offer, line: dict[Any, Any]) -> str:
    """A line in one go: "P2, Remote: Email, Phones and 3 more"."""
    issues = issue_types(line["issue_types"])
    return f"{which(offer, line)}: {issues}" if offer.apart and line["issue_types"] else issues


def which(offer: Offer, line: dict[Any, Any]) -> str:
    """The tickets of a line, by what the schedule tells apart: "Gold, P2, Premium, Remote"."""
    if not line["issue_types"] or not offer.apart:
        return ANY
    place = None
    if not pd.isna(line["work_mode"]) or not pd.isna(line["distance_band"]):
        place = wording.place_name(line["work_mode"], line["distance_band"])
    premium = "Premium" if line["premium"] is True else None
    cells = (line["tier"], line["priority"], premium, place)
    return ", ".join(wording.shown(cell) for cell in cells if not pd.isna(cell)) or ANY


def _named(offer: Offer, line: dict[Any, Any]) -> dict[str, str]:
    issues = {"Issue types": issue_types(line["issue_types"])}
    return {"Which tickets": which(offer, line)} | issues if offer.apart else issues


def issue_types(types: list[str], most: int = MOST_NAMED) -> str:
    """Those with most tickets, and how many more."""
    if not types:
        return REST
    named, more = [wording.shown(name) for name in types[:most]], len(types) - most
    return ", ".join(named) + (f" and {more} more" if more > 0 else "")


def all_issue_types(offer: Offer, place: int) -> str:
    """Every issue type of a line, where its name has no room for them."""
    types = offer.lines["issue_types"].iloc[place]
    return wording.plain(issue_types(types, len(types))) if len(types) > MOST_NAMED else ""


def in_full(offer: Offer, table: pd.DataFrame) -> pd.DataFrame:
    """The table to take away, with every issue type of each line."""
    return table.assign(**{"Issue types": [issue_types(types, len(types)) for types in offer.lines["issue_types"]]})


def _measured(line: dict[Any, Any]) -> dict[str, Any]:
    few = line["n"] < wording.FEWEST
    seen = {"Tickets": int(line["n"])}
    if few:
        return seen | {"Typical": wording.TOO_FEW if line["n"] else wording.DASH, "9 in 10": wording.DASH}
    return seen | {"Typical": _time(line["typical_seconds"]), "9 in 10": _time(line["nine_in_ten_seconds"])}


def _time(seconds: float) -> str:
    return "not yet" if seconds == float("inf") else wording.brief(seconds)


def _held(offer: Offer, place: int, today: Counts) -> dict[str, Any]:
    return {"Today": held(offer, place), "Late today": _late(today, place)}


def held(offer: Offer, place: int) -> str:
    """Today's target of a line as it is written, from the shortest to the longest where it has several."""
    own = offer.held.get(place)
    return wording.target_span(*(wording.target(*own[end]) for end in (0, -1))) if own else wording.DASH


def _late(told: Counts, place: int) -> float | None:
    judged, late = told.of_line.get(place, (0, 0))
    return 100 * late / judged if judged >= wording.FEWEST else None


def _offered(line: dict[Any, Any], day_seconds: int) -> dict[str, Any]:
    step, low, high = (
        step_told(line[name], day_seconds) for name in ("proposed_seconds", "low_seconds", "high_seconds")
    )
    if line["issue_types"] and line["n"] < wording.FEWEST:
        return {"Proposed": wording.TOO_FEW, "Between": "", "Keeps": None}
    span = "" if low == high else wording.target_span(low, high)
    return {"Proposed": step, "Between": span, "Keeps": 100 * line["kept_share"]}


def step_told(seconds: float, day_seconds: int) -> str:
    """A step of the ladder; one that lies beyond its end is "more"."""
    return words.MORE if seconds == float("inf") else str(drafts.written(seconds, day_seconds))


def _own(
    offer: Offer, place: int, line: dict[Any, Any], draft: drafts.Draft, yours: Counts, day_seconds: int
) -> dict[str, Any]:
    text = draft.get(drafts.name(line))
    verdict = change(offer, place, drafts.read(text), day_seconds)
    return {YOURS: text, "Late with yours": _late(yours, place), "Change": words.CHANGES.get(verdict, verdict)}


def change(offer: Offer, place: int, own: drafts.Amount | None, day_seconds: int) -> str:
    """Tighter or looser than what the line's tickets have today, each by its own target."""
    if own is None:
        if not offer.lines["issue_types"].iloc[place]:
            return "as proposed"
        return "as today" if place in offer.held else "no target"
    looser, tighter, same = moved(offer, {place: own.seconds(day_seconds)})
    if not looser + tighter + same:
        return "new"
    if not looser + tighter:
        return "as today"
    if looser and tighter:
        return "mostly looser" if looser > tighter else "mostly tighter"
    return "looser" if looser else "tighter"


def moved(offer: Offer, seconds: dict[int, float]) -> tuple[int, int, int]:
    """Tickets that these times give more, less and as much as their target of today."""
    own = offer.segments[offer.segments["line"].isin(list(seconds)) & offer.segments["target_seconds"].notna()]
    given, held = own["line"].map(seconds).astype(float), own["target_seconds"].astype(float)
    tickets = own["n"].astype(int)
    return int(tickets[given > held].sum()), int(tickets[given < held].sum()), int(tickets[given == held].sum())
