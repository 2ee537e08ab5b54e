"""The words of the weekly report and of its mail."""

from dashboard.wording.numbers import count, counted, percent
from dashboard.wording.safe import shown

TITLE = "Weekly report"
PART_ALONE = "Only a part of the tickets: those that the filters of the side bar chose."
SAMPLE = "Sample data: a made-up firm"
LATE = "Late tickets each week"
LATE_NOTE = (
    "The share of tickets resolved in a week that took longer than their target. In the grey band a week is ordinary:"
    " it follows from the 26 weeks before it and from how many tickets the week had."
)
PACE = "How long tickets took, week by week"
DIFFERENT = "What was different"
DIFFERENT_NOTE = (
    "Late tickets more (+) or fewer (−) than each issue type's own 26 weeks before make usual. Grey is luck."
)
NOTHING_DIFFERENT = "Nothing stands out: every difference is ordinary luck."
NO_EARLIER = "There are no earlier tickets to compare this week with."
SCORECARD = "The last 13 weeks"
LATE_TICKETS = "Late tickets of the week"
NONE_LATE = "Every ticket with a target kept it in this week."
NEXT = "Will be late next"
NONE_NEXT = "No open ticket is inside its target: there is nothing to save."
WORST = "Where it is worst"
STAFFING = "Are there enough people?"
CHECKS = "Data that needs a look"
CHECKS_FINE = "The checks of the data found nothing that has to be looked at."
NOT_UP_TO_DATE = "Not up to date"
FAILED = {
    "inbox": "Something in the inbox could not be loaded: these numbers are as of {}, without it. The page Data says"
    " what to do.",
    "checks": "The checks of the data could not be run.",
    "fit": "What can be promised could not be worked out anew: chances to be late may be those of an earlier week.",
    "back-test": "The forecasts could not be tested anew.",
    "desk": "Whether there are enough people could not be learnt anew.",
}
HOW = "How this is measured"
MEASURED = (
    "Times are business hours of each client's own calendar, with pauses taken out. A ticket is late when its business"
    " time is over the target that was in force when it was opened. Open tickets are never dropped: those past"
    " their target"
    " are told apart. Under 30 tickets no share is told. The page “How this is measured” of Turnaround has"
    " every decision."
)


def as_of(tickets: int, moment: str, hours: str, day: str) -> str:
    """How far the data goes."""
    return (
        f"{counted(tickets, 'ticket')}; the data goes to {moment}. Business hours: {hours}; a business day is {day} h."
    )


def failed(step: str, moment: str) -> str:
    """What a step that went wrong means for the report."""
    known = FAILED.get(step, "")
    return known.format(moment) if known else f"The step {shown(step)} failed before this report was made."


def worst(issue: str, tier: str | None, late: int, judged: int, others: float, *, beyond: bool) -> str:
    """The worst segment of the last 13 weeks; names are Markdown already."""
    where = f"{issue}, {tier}" if tier else issue
    share = (
        f"{count(late)} of {counted(judged, 'ticket')} late ({percent(late / judged)}), {percent(others)} of all others"
    )
    if beyond:
        return f"**{where}**: {share}, in the last 13 weeks. That is more than luck."
    return f"No issue type stands out beyond luck in the last 13 weeks. The highest share: {where}, {share}."


def different(beyond: int) -> str:
    """How many issue types differ."""
    return f"{counted(beyond, 'issue type')} beyond luck, in colour. " if beyond else f"{NOTHING_DIFFERENT} "


def more(number: int) -> str:
    """What a table leaves out."""
    return f"And {count(number)} more in the workbook." if number > 0 else ""


def subject(company: str, span: str, verdict: str) -> str:
    """The subject of the mail: one line."""
    return shown(f"{company}, {span}: {verdict}")
