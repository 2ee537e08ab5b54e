"""Sentences of the page about clients."""

from collections.abc import Sequence

from dashboard.wording.numbers import FEWEST, count, counted, percent
from dashboard.wording.safe import plain

NO_CLIENTS = (
    "**No ticket names its client, so clients cannot be compared.** An export with a column for the client (company,"
    " account, organisation) shows here who is badly served, who asks for too much, whose plan does not fit and who"
    " would gain from Premium. A client list with plan, users and fee adds what each may expect and what it pays."
)
NOTHING = "**No client opened a ticket in this period.** Choose a longer one, or fewer filters."
NO_TARGETS = (
    "Whether a client is served late cannot be said: the history holds no targets. Load your target list on the page"
    " Data, and each client is judged by it."
)
NO_USERS = (
    "Who sends too many tickets cannot be said: fewer than three clients have a number of users. Add it to the list of"
    " clients on the page Data."
)
LATE_HELP = (
    "Of the tickets opened in the period and judged by a target, the share that missed it, open ones past it"
    " included, with its 95% interval. Coloured, and a triangle, only where the difference from your goal is more"
    " than luck for all clients together (Holm's correction), with bad weeks counted as the bunches that they are."
    " Small clients are drawn towards the average in the order (empirical Bayes), so that three late tickets of four"
    " do not top the list."
)
DEMAND_HELP = (
    "Tickets per user a month over the whole period, beside your typical client (the median). Weeks vary more than"
    " chance alone would make them, so the 95% intervals are widened by as much as your own weeks vary. Coloured only"
    " where the difference from the typical client is more than luck for all clients together. A client that joined"
    " during the period seems to send fewer."
)
TABLE_HELP = (
    "Tickets opened in the period. Late: of those judged by a target. Hands-on hours where at least half of the"
    " tickets tell them, made whole for the others. Fee: as the client list says, else users times your price. Left:"
    " the fee less the cost of the hours, where you told what a technician costs (Settings, Prices)."
)
# A 95% interval leaves one in twenty.
ONE_IN = 20


def busiest(name: str, tickets: int, of: int, clients: int) -> str:
    """Who sends most tickets."""
    share = f"{count(tickets)} of {counted(of, 'ticket')} ({percent(tickets / of)})"
    return f"**{plain(name)} sends the most tickets: {share}** of {counted(clients, 'client')}."


def late(clients: int, named: Sequence[str], more: int, goal: float) -> str:
    """Who is badly served."""
    if not clients:
        return f"**No client has {FEWEST} judged tickets in this period**, so nobody's service can be judged."
    enough = f"{counted(clients, 'client')} with {FEWEST} judged tickets or more"
    if not named:
        return f"**Of {enough}, none is late beyond luck**, measured against your goal of {percent(goal)}."
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
        said.append(f"{count(better)} {_is(better)} clearly better than your goal")
    if unsure:
        other = "the other " if anybody or better else ""
        said.append(f"{other}{count(unsure)} cannot be told from your goal of {percent(goal)}")
    told = f"{', '.join(said)}." if said else ""
    told = told[:1].upper() + told[1:]
    small = f" {counted(few, 'client')} with fewer tickets {_is(few)} listed, not judged." if few else ""
    return f"{told}{small}".strip()


def all_alike(average: float, number: int, apart: int) -> str:
    """Where the whole firm is late, not some clients."""
    some = f"Only {count(apart)} of them {'stands' if apart == 1 else 'stand'} out from your other clients"
    own = some if apart else "None of them stands out from the others"
    desk = f"so look at the desk first, not at {counted(number, 'client')}"
    return f"{own}: on average {percent(average)} are late, {desk}."


def demand(named: Sequence[str], more: int, usual: float) -> str:
    """Who asks for too much."""
    typical = f"the typical client sends {usual:.2f} tickets per user a month"
    if not named:
        return f"**No client asks for more than chance explains**; {typical}."
    beside = f" and {count(more)} more" if more else ""
    verb = "asks" if len(named) + more == 1 else "ask"
    return f"{_listed(named)}{beside} **{verb} for more than chance explains**; {typical}."


def demand_client(name: str, times: float, low: float, high: float) -> str:
    """One of them."""
    return f"**{plain(name)}** ({times:.1f}×, {low:.1f}× to {high:.1f}×)"


def grown(named: Sequence[str], more: int) -> str:
    """Who asks for more than before."""
    if not named:
        return "No client's tickets grew or fell beyond luck in the last 13 weeks, compared with the 13 before."
    beside = f" and {count(more)} more" if more else ""
    return f"Changed beyond luck in the last 13 weeks, compared with the 13 before: {_listed(named)}{beside}."


def grown_client(name: str, recent: int, before: int) -> str:
    """One of them."""
    return f"**{plain(name)}** from {count(before)} to {count(recent)} tickets"


def shown_of(shown: int, of: int) -> str:
    """How many clients a picture has room for."""
    return f"The first {count(shown)} of {counted(of, 'client')}; all are in the table." if shown < of else ""


def by_luck(clients: int) -> str:
    """What the bars of a picture say one by one, and what they say together; clients: those with a bar of their own."""
    own = "Each bar is one client's own 95% range."
    if clients < 2:
        return own
    low, rest = divmod(clients, ONE_IN)
    number = f"{low} or {low + 1}" if low and rest else str(low) if low else "0 or 1"
    said = {"0 or 1": "one at most misses", "1": "about one misses", "1 or 2": "one or two miss", "2": "two miss"}
    verb = said.get(number, f"{number} miss")
    return (
        f"{own} Among {counted(clients, 'client')} {verb} the line by luck alone; a coloured triangle is beyond luck"
        " for all of them together."
    )


def _listed(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"


def _is(number: int) -> str:
    return "is" if number == 1 else "are"
