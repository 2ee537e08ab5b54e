"""The client report: one page for a quarterly review."""

from docx.document import Document as Paper

from dashboard import wording
from dashboard.documents import blocks, style
from dashboard.documents.review import ClockReview, Review
from dashboard.documents.schedule_table import UNPLACED
from dashboard.documents.tables import listed
from pipelines.catalogue.words import NOT_YET

TITLE = "Service review"
MOST_ISSUES = 9
HOW = (
    "Business time in your own hours, waiting taken out. Late counts open tickets that are past their time. Times: half"
    " of the tickets took up to the first, nine in ten up to the second, open ones counted in. The range holds the true"
    " share 95 times in 100."
)


def build(review: Review) -> bytes:
    """The report as a file."""
    document = style.paper(review.sender, f"{TITLE}: {wording.shown(review.client)}", draft=False, small=True)
    blocks.title(document, wording.shown(review.client), f"{TITLE}  ·  {_span(review)}")
    blocks.says(document, *verdict(review))
    blocks.heading(document, "Were our promises kept?", 2)
    _kept(document, review)
    _chart(document, review)
    blocks.heading(document, "What it was about", 2)
    _issues(document, review)
    blocks.heading(document, "What we agreed", 2)
    blocks.says(document, *(review.agreed or ("Nothing is on record as agreed on times yet.",)))
    blocks.says(document, HOW, quiet=True)
    return style.finished(document)


def verdict(review: Review) -> tuple[str, ...]:
    """The quarter in two sentences."""
    opened = int(review.weeks["opened"].sum())
    told = f"You opened {wording.counted(opened, 'ticket')} with us in these weeks."
    kept = [_said(own) for own in review.clocks if own.judged >= wording.FEWEST]
    few = not kept and any(own.judged for own in review.clocks)
    promise = " ".join(kept) or ("They are too few to put a share on what was in time." if few else "")
    return told, promise, _open(review)


def _said(own: ClockReview) -> str:
    what = {"first_response": "were answered in time", "resolution": "were resolved in time"}[str(own.clock)]
    share = wording.percent(own.kept / own.judged, digits=1)
    return f"{wording.count(own.kept)} of {wording.counted(own.judged, 'ticket')} {what} ({share})."


def _open(review: Review) -> str:
    if not review.open_now:
        return "None is open now."
    late = f"; {wording.count(review.open_late)} past the agreed time" if review.open_late else ""
    return f"{wording.counted(review.open_now, 'ticket')} {'is' if review.open_now == 1 else 'are'} open now{late}."


def _span(review: Review) -> str:
    return f"{style.long_day(review.first_day)} to {style.long_day(review.last_day)}"


def _kept(document: Paper, review: Review) -> None:
    rows = [
        [
            wording.clock_name(str(own.clock)),
            *(wording.count(number) for number in (own.judged, own.kept, own.late)),
            _share(own),
            *(_time(own, seconds, review) for seconds in (own.half_seconds, own.nine_seconds)),
        ]
        for own in review.clocks
    ]
    columns = ("", "Judged", "In time", "Late", "Share in time", "Half took up to", "9 in 10 up to")
    listed(document, columns, [("", rows)], (1.2, 0.8, 0.8, 0.6, 1.7, 1.6, 1.6), told="Kept and late", right=6)
    blocks.spacer(document)


def _share(own: ClockReview) -> str:
    if not own.judged:
        return "no target"
    if own.judged < wording.FEWEST:
        return wording.TOO_FEW
    ends = f"{wording.percent(own.low)} to {wording.percent(own.high)}"
    return f"{wording.percent(own.kept / own.judged, digits=1)} ({ends})"


def _time(own: ClockReview, seconds: float | None, review: Review) -> str:
    return wording.TOO_FEW if own.n < wording.FEWEST else wording.business(seconds, review.day_seconds)


def _chart(document: Paper, review: Review) -> None:
    judged = bool((review.weeks["met"] + review.weeks["late"]).sum())
    about = "resolved in time and late" if judged else "opened"
    blocks.says(document, f"Tickets {about}, by week (from Monday)", quiet=True, close=True)
    met, late, opened = (int(review.weeks[name].sum()) for name in ("met", "late", "opened"))
    told = f"{met} in time and {late} late" if judged else f"{opened} opened"
    # Its library takes 27 MB, and most who look at a page write no report.
    from dashboard.documents import week_chart  # noqa: PLC0415

    chart = week_chart.png(review.weeks, has_targets=judged)
    blocks.picture(document, chart, f"Bar chart of {len(review.weeks)} weeks, a bar a week: {told} in all.")


def _issues(document: Paper, review: Review) -> None:
    if review.issues.empty:
        blocks.says(document, "No ticket was opened in these weeks.")
        return
    told = review.issues.sort_values(["n", "issue_type"], ascending=[False, True], kind="stable")
    total = int(told["n"].sum())
    rows = [
        [
            UNPLACED.removesuffix(" above") if name == NOT_YET else wording.shown(name),
            wording.count(n),
            wording.percent(n / total) if total >= wording.FEWEST else wording.TOO_FEW,
        ]
        for name, n in zip(told["issue_type"].head(MOST_ISSUES), told["n"].head(MOST_ISSUES), strict=True)
    ]
    rest = total - int(told["n"].head(MOST_ISSUES).sum())
    if rest:
        share = wording.percent(rest / total) if total >= wording.FEWEST else wording.TOO_FEW
        rows.append(["All others", wording.count(rest), share])
    columns = ("Issue type", "Tickets opened", f"Share of {wording.count(total)}")
    listed(document, columns, [("", rows)], (4, 1.2, 1.2), told="Tickets by issue type", right=2)
    blocks.spacer(document)
