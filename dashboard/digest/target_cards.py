"""The figures above the editor of targets, and the segments for which nothing can be promised."""

from dataclasses import dataclass
from typing import Literal, TypedDict

from dashboard import wording
from dashboard.digest import target_draft as drafts
from dashboard.digest import target_lines as lines
from dashboard.digest.target_lines import Counts
from dashboard.loaders.promised import NO_LINE, Offer
from dashboard.wording import targets as words
from models.promise.proposals import BEYOND, TOO_FEW

LOOSER, TIGHTER = ("looser", "mostly looser"), ("tighter", "mostly tighter")
LATE_HELP = (
    "Of the tickets that ended in the last 52 weeks (a shorter history: all of them), and open ones past the target,"
    " all judged by these targets."
)


class Look(TypedDict, total=False):
    """How a change is marked."""

    arrow: Literal["up", "down", "off"]
    colour: Literal["green", "orange", "gray"]


@dataclass(frozen=True)
class Card:
    """One figure."""

    label: str
    value: str
    change: str | None
    beside: str | None
    help: str | None = None
    arrow: Literal["up", "down", "off"] = "off"
    colour: Literal["green", "orange", "gray"] = "gray"


@dataclass(frozen=True)
class Tally:
    """How many lines a draft changes, and how."""

    changed: int
    looser: int
    tighter: int


def tally(offer: Offer, own: drafts.Draft, day_seconds: int) -> Tally:
    """Lines by what the draft does to them."""
    names = drafts.names(offer.lines)
    told = [lines.change(offer, names.index(name), drafts.read(text), day_seconds) for name, text in own.items()]
    return Tally(len(told), sum(word in LOOSER for word in told), sum(word in TIGHTER for word in told))


def cards(today: Counts, yours: Counts, tally: Tally, of_lines: int, months: float) -> list[Card]:
    """Late today, late with yours, lines changed, late each month."""
    before, after, monthly = today.share, yours.share, yours.late / months
    change = after - before if before is not None and after is not None and tally.changed else None
    fewer = change is not None and change < 0
    look: Look = {"arrow": "down" if fewer else "up", "colour": "green" if fewer else "orange"} if change else {}
    points = None if change is None else wording.points(change)
    a_month = None if change is None else wording.signed(monthly - today.late / months, digits=0)
    return [
        Card("Late with today's targets", wording.percent(before, digits=1), None, _of(today), LATE_HELP),
        Card(
            "Late with yours",
            wording.percent(after, digits=1),
            points,
            _of(yours),
            LATE_HELP,
            **look,
        ),
        Card("Lines changed", f"{tally.changed} of {of_lines}", None, _ways(tally)),
        Card(
            "Late each month", wording.count(monthly) if yours.judged else wording.DASH, a_month, "with yours", **look
        ),
    ]


def impossible(offer: Offer) -> list[str]:
    """Why some tickets have no line, a sentence a reason."""
    left_out = offer.segments[offer.segments["line"] == NO_LINE]
    told = []
    for (why, rate), own in left_out.groupby(["why_none", "kept_rate"]):
        types = own.groupby("issue_type")["n"].sum().sort_values(ascending=False)
        named = wording.plain(lines.issue_types(list(types.index)))
        reason = words.too_few(offer.ends) if why == TOO_FEW else words.never(float(str(rate)), beyond=why == BEYOND)
        told.append(
            f"No promise is possible yet for {named} ({wording.counted(int(types.sum()), 'ticket')}): {reason}."
        )
    return told


def _of(told: Counts) -> str | None:
    return f"{wording.count(told.late)} of {wording.count(told.judged)}" if told.judged else "no target"


def _ways(tally: Tally) -> str:
    if not tally.changed:
        return "all as today"
    return f"{tally.looser} looser, {tally.tighter} tighter"
