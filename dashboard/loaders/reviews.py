"""One client's last quarter, as the client report tells it."""

from datetime import timedelta

import pandas as pd

from dashboard.documents.review import ClockReview, Review
from dashboard.documents.style import long_day
from dashboard.loaders.cache import ask
from dashboard.loaders.clients import known_clients
from dashboard.loaders.documents import client_named, hours_of, sender
from dashboard.loaders.home import Slice, last_day
from dashboard.loaders.spread import interval, turnaround
from dashboard.loaders.targets import agreements, version_today
from pipelines.measure import results
from pipelines.vocabulary import Clock

WEEKS = 13


def review(client: str) -> Review:
    """The 13 weeks up to the newest export, which may have cut the last one short."""
    known = known_clients()
    client = client_named(client, known)
    last = last_day()
    first = last - timedelta(days=last.weekday(), weeks=WEEKS - 1)
    part = Slice(first_day=first, last_day=last, clients=(client,))
    weeks = {clock: ask(results.weekly, clock, part) for clock in Clock}
    issues = turnaround(Clock.RESOLUTION, part, by_tier=False, by_place=False)
    issues = issues.assign(n=issues["n"] + issues["end_unknown"])
    resolved = weeks[Clock.RESOLUTION]
    # The backlog counts all that is open, however old; what is late of it stands in the export's own week.
    backlog: pd.DataFrame = ask(results.backlog, part)
    return Review(
        sender=sender(),
        client=client,
        first_day=first,
        last_day=last,
        clocks=tuple(_clock(clock, frame, part) for clock, frame in weeks.items()),
        weeks=resolved[["week", "met", "late", "opened"]],
        issues=issues[["issue_type", "n"]],
        open_now=int(backlog["backlog"].iloc[-1]) if len(backlog) else 0,
        open_late=int(resolved["open_and_over"].sum()),
        day_seconds=hours_of(known[known["client"] == client])[0].day_seconds,
        agreed=_agreed(client),
    )


def _clock(clock: Clock, weeks: pd.DataFrame, part: Slice) -> ClockReview:
    judged, met = int(weeks["judged"].sum()), int(weeks["met"].sum())
    low, high = interval(met, judged) if judged else (0.0, 1.0)
    took = turnaround(clock, part, by_issue=False, by_tier=False, by_place=False)
    half, nine = (_first(took, name) for name in ("p50_seconds", "p90_seconds"))
    n = int(took["n"].iloc[0]) if len(took) else 0
    return ClockReview(clock, judged, met, low, high, n, half, nine)


def _first(frame: pd.DataFrame, name: str) -> float | None:
    return None if frame.empty or pd.isna(frame[name].iloc[0]) else float(frame[name].iloc[0])


def _agreed(client: str) -> tuple[str, ...]:
    """What is in force with a client: by the register, or for everybody where the client is not in it."""
    register = agreements()
    own = register[register["client"].map(str.casefold) == client.casefold()]
    if own.empty:
        version = version_today()
        started = (
            f"The times of {_day(version)} hold, as for all clients; no signature is on record." if version else ""
        )
        return tuple(filter(None, (started,)))
    held = own[own["standing"] == "in_force"]
    sent = own[own["standing"] == "not_signed"]
    told = [f"The times of {_day(row.version)} hold, signed on {long_day(row.signed_on)}." for row in held.itertuples()]
    told += [f"The times of {_day(row.version)} were sent and are not signed yet." for row in sent.itertuples()]
    return tuple(told)


def _day(version: object) -> str:
    return long_day(pd.Timestamp(str(version)))
