"""Sentences about whether a client's plan fits what it gets."""

from collections.abc import Sequence

from dashboard.wording.numbers import percent
from dashboard.wording.safe import plain

HELP = (
    "Each client's resolved tickets of the period, judged once by the targets of its own plan, and once as if it had"
    " the next higher plan. Above its plan: it would surely keep the higher plan's promises, too. Below its plan: its"
    " own plan's promises are surely kept less often than you promise. Beyond luck after looking at all clients;"
    " tickets of one week are taken as independent here."
)
NO_PLANS = (
    "Whether a plan fits can be told once the history has two plans or more, in order (Settings), and targets that"
    " differ by plan. Load your client list and your target list on the page Data."
)
TOO_FEW = "No client has 30 judged tickets in this period: too few to say whose plan fits."
ABOVE, BELOW = "above its plan", "below its plan"


def found(above: Sequence[str], below: Sequence[str], more_above: int, more_below: int, level: float) -> str:
    """Who gets more than it pays for, and who pays for more than it gets."""
    if not above and not below:
        return (
            f"**No plan is surely wrong:** nobody surely keeps the next plan's promises in {percent(level)}, and"
            " nobody's own are surely broken more often than you promise."
        )
    said = []
    if below:
        said.append(
            f"**{_listed(below, more_below)} {_verb(below, 'pays', 'pay')} for more than"
            f" {_verb(below, 'it gets', 'they get')}**"
        )
    if above:
        said.append(
            f"**{_listed(above, more_above)} {_verb(above, 'gets', 'get')} the next plan's service at today's price**"
        )
    return f"{'; '.join(said)}."


def _verb(names: Sequence[str], one: str, many: str) -> str:
    return one if len(names) == 1 else many


def _listed(names: Sequence[str], more: int) -> str:
    told = [plain(name) for name in names]
    if more:
        return f"{', '.join(told)} and {more} more"
    return told[0] if len(told) == 1 else f"{', '.join(told[:-1])} and {told[-1]}"
