"""Sentences about what is done on the same business day."""

from collections.abc import Sequence

from dashboard.wording.numbers import count, counted, percent
from dashboard.wording.safe import plain

DONE = {"first_response": "answered", "resolution": "resolved"}
HELP = (
    "Of the tickets opened in the period, those done on the business day from which they count, in the client's own"
    " calendar and time zone: what comes in after closing time, on a weekend or on a holiday counts from the next"
    " open day, and the day ends at the client's midnight. Open tickets count as not done; those whose day still goes"
    " on stand apart. The card on the page This week counts otherwise: calendar days of your own firm, of tickets"
    " resolved in the week."
)
BY_TYPE_HELP = (
    "Issue types with 30 tickets or more, those with most tickets first, with the 95% interval of each share. Teal:"
    " keeps the level that you promise beyond luck, after looking at all types; orange: surely does not."
)
NOT_TOLD = (
    "How many technicians that takes cannot be told from here: the model of your desk knows promises in business"
    " hours, not by the end of a day. Try a target of a few hours on the page Targets, under Can you keep them?"
)
NOTHING = (
    "**No ticket of this period tells whether it was done the same day.** Choose a longer period, or fewer filters."
)
FEW = "**{n} in this period: too few to say how many are done the same day.** Choose a longer period, or fewer filters."


def share(clock: str, done: int, tickets: int, low: float, high: float) -> str:
    """How many make it today."""
    return (
        f"**{count(done)} of {counted(tickets, 'ticket')} ({percent(done / tickets)}, {percent(low)} to"
        f" {percent(high)}) were {DONE[clock]} on the business day they came in.**"
    )


def beside(still_open: int, day_not_over: int, end_unknown: int) -> str:
    """What is in that figure, and what is not."""
    told = (
        [f"{counted(still_open, 'open ticket')} count{'s' if still_open == 1 else ''} as not done"]
        if still_open
        else []
    )
    if day_not_over:
        told.append(f"{count(day_not_over)} more opened so late that their day was not over stand apart")
    if end_unknown:
        told.append(f"of {count(end_unknown)} nobody knows the end")
    return f"{'; '.join(told)}." if told else ""


def takes(more_a_week: float, level: float) -> str:
    """What it would take to promise it."""
    if more_a_week <= 0:
        return (
            f"The {percent(level)} that you keep your promises by is reached already: the same day could be promised."
        )
    more = counted(max(1, round(more_a_week)), "ticket")
    promise = f"To promise it to everybody and keep {percent(level)}"
    return f"{promise}, **{more} a week more** would have to be done the same day."


def already(names: Sequence[str], level: float) -> str:
    """Which issue types make it."""
    if not names:
        return f"No issue type surely makes it in {percent(level)} of its tickets yet."
    return f"Surely in {percent(level)} or more already: {', '.join(plain(name) for name in names)}."


ASKS_HELP = (
    "Asked again: within seven days after another ticket of the same client with the same subject (capitals aside)."
    " Reopened: of the tickets that were resolved once, those that came back. Urgent: priority P1 or P2. What your"
    " export does not tell has no column. Nobody can measure impatience: these are signs of it, not proof."
)
CANDIDATES_HELP = ASKS_HELP + (
    " The order is by asked again and reopened together, drawn towards the average for clients with few tickets."
    " Premium would bring: the surcharge of your prices a month."
)


SIGNS = {"tickets asked again within seven days": "with_subject", "tickets reopened": "ended"}
UNTOLD = (
    "**Who asks for speed cannot be told:** the export has neither subjects nor a history of statuses, so nobody"
    " knows who asked again or reopened."
)


def asks_most(names: Sequence[str], clients: int, signs: Sequence[str]) -> str:
    """Who shows most signs of wanting it faster."""
    if not signs:
        return UNTOLD
    if not names:
        return f"Of {counted(clients, 'client')}, nobody asks again or reopens more often than luck explains."
    return f"**{_who(names)} more often than luck explains.**"


def candidates(names: Sequence[str], clients: int, signs: Sequence[str]) -> str:
    """Who asks for speed most, of those without Premium."""
    if not clients:
        return "**Every client of this period has Premium Response.**"
    if not signs:
        return UNTOLD
    if not names:
        who = f"None of the {counted(clients, 'client')} without Premium"
        return f"**{who} asks for speed more than luck explains**, by {' and '.join(signs)}."
    return f"**Of {counted(clients, 'client')} without Premium, {_who(names)} more often than luck explains.**"


def _who(names: Sequence[str]) -> str:
    verb = "asks again or reopens" if len(names) == 1 else "ask again or reopen"
    return f"{' and '.join(plain(name) for name in names)} {verb}"


WOULD_GAIN = (
    "Whether they would be answered sooner, and what that costs the others, stands on the page Premium & pricing."
)
