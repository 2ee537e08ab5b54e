"""Sentences of the page about clients."""

from collections.abc import Sequence

from dashboard.wording.numbers import FEWEST, count, counted, percent
from dashboard.wording.safe import plain

NO_CLIENTS = (
    "**No ticket says whose it is, so nobody can be told apart.** An export with a column for the client (company,"
    " account, organisation) shows here who is badly served, who asks for too much, whose plan does not fit and who"
    " would gain from Premium. A client list with plan, users and fee adds what each may expect and what it pays."
)
NOTHING = "**No client opened a ticket in this period.** Choose a longer one, or fewer filters."
NO_TARGETS = (
    "Nobody can be called late: the history holds no targets. Load your target list on the page Data, and each client"
    " is judged by it."
)
NO_USERS = (
    "Who asks for too much cannot be told: fewer than three clients have a number of users. Write it into the list of"
    " clients on the page Data."
)
LATE_HELP = (
    "Of the tickets opened in the period and judged by a target, the share that missed it, open ones past it"
    " included, with its 95% interval. Coloured, and a triangle, only where the difference from your goal is more"
    " than luck after looking at all clients (Holm's correction), and with bad weeks counted as the bunches that they"
    " are. The order draws small clients towards the average (empirical Bayes), so that three late tickets of four do"
    " not top the list."
)
DEMAND_HELP = (
    "Tickets a user and month over the whole period, beside your middle client. Weeks vary more than chance alone"
    " makes them; the intervals (95%) are widened by as much as your own weeks do. Coloured only where the difference"
    " from the middle client is more than luck after looking at all clients. A client that came during the period"
    " seems to ask less."
)
TABLE_HELP = (
    "Tickets opened in the period. Late: of those judged by a target. Hands-on hours where at least half of the"
    " tickets tell them, made whole for the others. Fee: as the client list says, else users times your price. Left:"
    " the fee less the cost of the hours, where you told what a technician costs (Settings, Prices)."
)


def busiest(name: str, tickets: int, of: int, clients: int) -> str:
    """Who brings most tickets."""
    share = f"{count(tickets)} of {counted(of, 'ticket')} ({percent(tickets / of)})"
    return f"**{plain(name)} brings most tickets: {share}** of {counted(clients, 'client')}."


def late(clients: int, named: Sequence[str], more: int, goal: float) -> str:
    """Who is badly served."""
    enough = f"{counted(clients, 'client')} with {FEWEST} judged tickets or more"
    if not named:
        return f"**Of {enough}, none is late beyond luck**, measured by your goal of {percent(goal)}."
    beside = f" and {count(more)} more" if more else ""
    number = len(named) + more
    return f"**Of {enough}, {count(number)} {_is(number)} late beyond luck:** {_listed(named)}{beside}."


def late_client(name: str, hits: int, judged: int, low: float, high: float) -> str:
    """One of them."""
    share = percent(hits / judged)
    return f"**{plain(name)}** ({count(hits)} of {count(judged)} late, {share}, {percent(low)} to {percent(high)})"


def others(rest: int, better: int, few: int, goal: float, *, anybody: bool) -> str:
    """What of the rest."""
    unsure = rest - better
    said = []
    if better:
        said.append(f"{count(better)} {_is(better)} surely better than your goal")
    if unsure:
        other = "the other " if anybody or better else ""
        said.append(f"{other}{count(unsure)} cannot be told from your goal of {percent(goal)}")
    told = f"{', '.join(said)}." if said else ""
    told = told[:1].upper() + told[1:]
    small = f" {counted(few, 'client')} with fewer tickets {_is(few)} listed, not judged." if few else ""
    return f"{told}{small}".strip()


def all_alike(average: float, number: int, apart: int) -> str:
    """Where the whole firm is late, not some clients."""
    some = f"Only {count(apart)} of these {'stands' if apart == 1 else 'stand'} out from your other clients"
    own = some if apart else "None of these stands out from the others"
    desk = f"so look at the desk before you look at {counted(number, 'client')}"
    return f"{own}: on average {percent(average)} are late, {desk}."


def demand(named: Sequence[str], more: int, usual: float) -> str:
    """Who asks for too much."""
    middle = f"your middle client's {usual:.2f} tickets a user and month"
    if not named:
        return f"**Nobody asks for more than luck explains**, beside {middle}."
    beside = f" and {count(more)} more" if more else ""
    verb = "asks" if len(named) + more == 1 else "ask"
    return f"**Beyond luck, {_listed(named)}{beside} {verb} for more** than {middle}."


def demand_client(name: str, times: float, low: float, high: float) -> str:
    """One of them."""
    return f"**{plain(name)}** ({times:.1f}×, {low:.1f}× to {high:.1f}×)"


def grown(named: Sequence[str], more: int) -> str:
    """Who asks for more than before."""
    if not named:
        return "Nobody's tickets grew or fell beyond luck in the last 13 weeks, beside the 13 before."
    beside = f" and {count(more)} more" if more else ""
    return f"Beyond luck in the last 13 weeks, beside the 13 before: {_listed(named)}{beside}."


def grown_client(name: str, recent: int, before: int) -> str:
    """One of them."""
    return f"**{plain(name)}** from {count(before)} to {count(recent)} tickets"


def shown_of(shown: int, of: int) -> str:
    """How many clients a picture has room for."""
    return f"The first {count(shown)} of {counted(of, 'client')}; all are in the table." if shown < of else ""


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _is(number: int) -> str:
    return "is" if number == 1 else "are"
