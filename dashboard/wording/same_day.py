"""Sentences about what is done on the same business day."""

from collections.abc import Sequence

from dashboard.wording.numbers import count, counted, percent
from dashboard.wording.safe import plain

DONE = {"first_response": "answered", "resolution": "resolved"}
HELP = (
    "Of the tickets opened in the period, those done on the business day from which they count, in the client's own"
    " calendar and time zone: what comes in after closing time, on a weekend or on a holiday counts from the next"
    " open day, and the day ends at the client's midnight. Open tickets count as not done; those whose day had not"
    " ended are left out. The card on the page This week counts differently: calendar days of your own firm, of tickets"
    " resolved in the week."
)
BY_TYPE_HELP = (
    "Issue types with 30 tickets or more, those with most tickets first, with the 95% interval of each share. Teal:"
    " clearly keeps the level that you promise, for all types together; orange: clearly does not."
)
NOT_TOLD = (
    "How many technicians that takes cannot be said here: the model of your desk knows promises in business hours, not"
    " by the end of a day. Try a target of a few hours on the page Targets, under Can you keep them?"
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
        were, their, they = ("was", "its", "it is") if day_not_over == 1 else ("were", "their", "they are")
        late = f"{count(day_not_over)} more {were} opened so late that {their} day had not ended at the export"
        told.append(f"{late}; {they} left out")
    if end_unknown:
        told.append(
            f"the end of {count(end_unknown)} is unknown, so {'it is' if end_unknown == 1 else 'they are'} left out"
        )
    return " ".join(f"{part[:1].upper()}{part[1:]}." for part in told)


def takes(more_a_week: float, level: float, low: float) -> str:
    """What it would take to promise it; low: the lower end of today's share."""
    if more_a_week <= 0 and low < level:
        return f"That cannot be told from your promise level of {percent(level)} yet: do not promise it to everybody."
    if more_a_week <= 0:
        return f"Your promise level of {percent(level)} is reached already: you could promise the same day."
    more = counted(max(1, round(more_a_week)), "ticket")
    return (
        f"To promise that to everybody at {percent(level)}, **{more} more a week** would have to be done the same day."
    )


def already(names: Sequence[str], level: float) -> str:
    """Which issue types make it."""
    if not names:
        return f"No issue type clearly reaches {percent(level)} yet."
    return f"Clearly at {percent(level)} or more already: {', '.join(plain(name) for name in names)}."


ASKS_HELP = (
    "Asked again: within seven days after another ticket of the same client with the same subject (capitals aside)."
    " Reopened: of the tickets that were resolved once, those that came back. Urgent: priority P1 or P2. What your"
    " export does not tell has no column. Impatience cannot be measured: these are signs of it, not proof."
)
CANDIDATES_HELP = ASKS_HELP + (
    " The order is by asked again and reopened together, drawn towards the average for clients with few tickets."
    " Premium would bring: the surcharge of your prices a month."
)


SIGNS = {"tickets asked again within seven days": "with_subject", "tickets reopened": "ended"}
UNTOLD = (
    "**Who asks for speed cannot be told:** the export has neither subjects nor a history of statuses, so it"
    " does not show who asked again or reopened a ticket."
)


def asks_most(names: Sequence[str], clients: int, signs: Sequence[str]) -> str:
    """Who shows most signs of wanting it faster."""
    if not signs:
        return UNTOLD
    if not names:
        return f"None of {counted(clients, 'client')} asks again or reopens tickets more often than chance explains."
    return f"**{_who(names)} more often than chance explains.**"


def candidates(names: Sequence[str], clients: int, signs: Sequence[str]) -> str:
    """Who asks for speed most, of those without Premium."""
    if not clients:
        return "**Every client of this period has Premium Response.**"
    if not signs:
        return UNTOLD
    if not names:
        who = f"None of the {counted(clients, 'client')} without Premium"
        return f"**{who} asks for speed more than chance explains**, judged by {' and '.join(signs)}."
    return f"**Of {counted(clients, 'client')} without Premium, {_who(names)} more often than chance explains.**"


def _who(names: Sequence[str]) -> str:
    verb = "asks again or reopens tickets" if len(names) == 1 else "ask again or reopen tickets"
    return f"{' and '.join(plain(name) for name in names)} {verb}"


WOULD_GAIN = "Whether they would be answered sooner, and what that costs the others, is on the page Premium & pricing."
