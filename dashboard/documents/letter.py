"""The letter to clients: why times are now defined, what changes for them, and whom to call."""

from docx.document import Document as Paper

from dashboard import wording
from dashboard.documents import blocks, style
from dashboard.documents.matter import Matter, Own
from dashboard.documents.tables import listed
from dashboard.wording.targets import share_of
from pipelines.vocabulary import Clock

TITLE = "How soon we help: now in writing"
AGAIN = "How soon we help: our new times"
ASK = (
    "Please read the schedule and the supplementary agreement, sign the agreement, and send it back to us. Keep"
    " reporting tickets as you do now: the sooner and the clearer, the sooner we can start."
)


def build(matter: Matter) -> bytes:
    """The letter as a file."""
    title = TITLE if matter.since is None else AGAIN
    document = style.paper(matter.sender, title, draft=False)
    who = wording.shown(matter.client.name) if matter.client else "all our clients"
    blocks.says(document, style.long_day(matter.sender.written_on or matter.sender.as_of), quiet=True)
    blocks.says(document, f"To {who}")
    blocks.spacer(document)
    blocks.title(document, title)
    for sentence in ("Good day,", *_why(matter)):
        blocks.says(document, sentence)
    blocks.heading(document, "What changes for you", 2)
    _changes(document, matter)
    blocks.heading(document, "What we ask of you", 2)
    blocks.says(document, ASK)
    blocks.heading(document, "Any questions?", 2)
    blocks.says(document, _call(matter))
    blocks.says(document, "With kind regards,")
    blocks.spacer(document, 26)
    blocks.says(document, wording.shown(matter.sender.company.name))
    return style.finished(document)


def _why(matter: Matter) -> tuple[str, ...]:
    return (
        (
            "When something stops working, you want to know two things: when somebody answers, and when it works again."
            f" {_until_now(matter)}"
        ),
        (
            f"We measure every ticket against these times, and we plan our work so that {_kept(matter)} are met."
            " When we meet for a review we show you both: what was kept, and what was late. The times hold for"
            f" tickets opened from {style.long_day(matter.starts_on)} on, once we have both signed."
        ),
    )


def _until_now(matter: Matter) -> str:
    if matter.since is None:
        return (
            "Until now we did our best and left it at that. From now on both stand in writing for each kind of ticket."
        )
    since, starts = style.long_day(matter.since), style.long_day(matter.starts_on)
    return f"Since {since} our agreement names times for that; from {starts} on these change."


def _kept(matter: Matter) -> str:
    rate = _rate(matter)
    return "most" if not rate else share_of(rate).removesuffix(" of tickets")


def _changes(document: Paper, matter: Matter) -> None:
    known = [own for own in matter.own if _reaches(own, _rate(matter))]
    blocks.says(
        document,
        "The schedule that comes with this letter has your times. Nothing else in our agreement changes, and you need"
        " not do anything differently to be helped.",
    )
    if not known:
        return
    day = matter.hours[0].day_seconds if matter.hours else 9 * 3600
    blocks.says(document, "Your own tickets of the last 52 weeks beside the new times:", close=True)
    rows = [_row(own, day) for own in known]
    columns = ("", "Tickets", "Half took up to", "Would have kept the new times")
    listed(document, columns, [("", rows)], (1.3, 0.8, 1.9, 2.5), told="Your tickets and the new times", right=3)
    blocks.spacer(document)


def _reaches(own: Own, rate: float) -> bool:
    """Whether enough tickets would have kept the times: nobody is sent a promise with the news that it fails."""
    return own.judged >= wording.FEWEST and own.kept / own.judged >= rate


def _rate(matter: Matter) -> float:
    tier = matter.client.tier if matter.client else None
    return matter.rates.get(tier, matter.rates.get(None, 0.0))


def _row(own: Own, day_seconds: int) -> list[str]:
    kept = f"{wording.percent(own.kept / own.judged)} ({wording.count(own.kept)} of {wording.count(own.judged)})"
    half = wording.DASH if own.half_seconds is None else wording.spent(own.half_seconds, day_seconds)
    return [
        wording.clock_name(Clock(own.clock)),
        wording.count(own.tickets),
        half,
        kept,
    ]


def _call(matter: Matter) -> str:
    company = matter.sender.company
    ways = [f"call {company.phone}"] * bool(company.phone) + [f"write to {company.email}"] * bool(company.email)
    if not ways:
        return "Ask the person at our firm whom you usually speak to. We are glad to go through the schedule with you."
    told = " or ".join(wording.shown(way) for way in ways)
    return f"Please {told}. We are glad to go through the schedule with you."
