"""Why a target is proposed, factor by factor, in words that can be read to a client."""

from datetime import date
from typing import Any

import pandas as pd

from dashboard import wording
from dashboard.digest import target_draft as drafts
from dashboard.digest import target_lines as lines
from dashboard.digest.target_lines import Counts
from dashboard.loaders.promised import Offer
from dashboard.wording import target_why as words
from dashboard.wording.targets import in_full, share_of
from models.shares import wilson

FACTORS = ("issue_type", "priority", "place", "premium", "tier")


def of_line(
    offer: Offer, place: int, draft: drafts.Draft, today: Counts, day_seconds: int, since: date | None = None
) -> list[str]:
    """What can be said of a line: the proposal, how sure it is, today's target, and yours."""
    line = offer.lines.iloc[place]
    step, low, high = (
        lines.step_told(line[name], day_seconds) for name in ("proposed_seconds", "low_seconds", "high_seconds")
    )
    told = [f"**{words.jobs(line['kept_share'], in_full(step))}**"]
    told += [words.between(in_full(wording.target_span(low, high)))] if low != high else []
    held, (judged, late) = lines.held(offer, place), today.of_line.get(place, (0, 0))
    if held != wording.DASH and judged:
        told.append(words.late_of_line(in_full(held), late, judged, wilson(late, judged), since))
    own = drafts.read(draft.get(drafts.name(line.to_dict())))
    if own is not None and str(own) != step:
        kept = offer.kept_at(place, own.seconds(day_seconds))
        told.append(words.with_yours(in_full(str(own)), kept))
    return told


def jobs(offer: Offer, place: int) -> pd.DataFrame:
    """The kinds of ticket of a line, those with most tickets first; all of them for what was never seen."""
    own = offer.segments[offer.segments["line"] == place]
    return own.sort_values("n", ascending=False, kind="stable").reset_index(drop=True)


def job_label(job: Any) -> str:
    """A kind of ticket in one go."""
    place = wording.place_name(job["work_mode"], job["distance_band"])
    cells = [job["issue_type"], job["tier"], "Premium" if job["premium"] is True else None, job["priority"]]
    told = [wording.shown(cell) for cell in cells if not pd.isna(cell)]
    return (
        ", ".join([*told, *([place] if place != "Not told" else [])]) + f" ({wording.counted(int(job['n']), 'ticket')})"
    )


def of_job(offer: Offer, job: Any, day_seconds: int) -> list[str]:
    """Its own promise, then what makes it longer or shorter than the same job with one thing changed."""
    told = [
        words.own_promise(
            in_full(wording.business(job["promised_seconds"], day_seconds)),
            share_of(float(job["kept_rate"])),
        )
    ]
    factors = [sentence for name in FACTORS if (sentence := _factor(offer, job, name))]
    told += factors or [words.USUAL]
    if job["n"] < wording.FEWEST:
        told.append(words.leans(int(job["n"])))
    return told


def _factor(offer: Offer, job: Any, name: str) -> str:
    times, against = job.get(f"factor_{name}"), offer.against.get(name)
    if against is None or times is None or pd.isna(times):
        return ""
    this, other, same = _named(job, name, against)
    return "" if same else words.factor(float(times), this, other)


def _named(job: Any, name: str, against: Any) -> tuple[str, str, bool]:
    """The job's own, what it is compared with, and whether that is one and the same."""
    if name == "place":
        place = wording.plain(wording.place_name(job["work_mode"], job["distance_band"]))
        return place, "the same job done remotely", job["work_mode"] == "remote" or pd.isna(job["work_mode"])
    if name == "premium":
        return "With Premium it", "the same job without", job["premium"] is not True
    own, usual = job[name], against[name]
    shown, known = wording.plain(own), wording.plain(usual)
    other = {
        "tier": f"the same job for {known}",
        "priority": f"the same job with the usual priority, {known}",
        "issue_type": f"the most common kind of ticket, {known}",
    }[name]
    return shown, other, pd.isna(own) or own == usual
