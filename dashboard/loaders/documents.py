"""What documents are made of, read from the history and the settings: one saved version, for all clients or for one."""

from datetime import date

import pandas as pd

from dashboard.documents.matter import Client, Fared, Hours, Matter, Own, Sender, State
from dashboard.loaders.cache import ask, local
from dashboard.loaders.catalogue import catalogue_kinds
from dashboard.loaders.clients import known_clients
from dashboard.loaders.home import Slice, day_seconds_of_each, facts, last_day, settings, today
from dashboard.loaders.spread import period, turnaround
from dashboard.loaders.targets import WEEKS_JUDGED, last_year, rescore, version_lines, version_today, versions
from pipelines.errors import TurnaroundError
from pipelines.holiday_places import holiday_places
from pipelines.settings import home_folder
from pipelines.targets.kinds import targets_of_kinds
from pipelines.targets.rescoring import By
from pipelines.vocabulary import Clock

NO_VERSION = (
    "No version of targets is saved yet, so there is nothing to send. Save your targets on the page Targets first."
)


def sender() -> Sender:
    """The firm as documents name it; a logo that cannot be read is left out."""
    chosen = settings()
    return Sender(chosen.company, last_day(), _logo(chosen.company.logo), chosen.currency, today())


def matter(version: str, client: str | None = None, *, figures: bool = False) -> Matter:
    """A saved version for all clients, or for one; figures: with how this client's tickets went.

    Raises TurnaroundError where there is no such version or client.
    """
    chosen, listed = settings(), versions()
    if listed.empty:
        raise TurnaroundError(NO_VERSION)
    lines = version_lines(version)
    row = listed[listed["version"] == version].iloc[0]
    clients = known_clients()
    own = _client(client, clients, version) if client is not None else None
    return Matter(
        sender=sender(),
        version=version,
        starts_on=pd.Timestamp(row["valid_from"]).date(),
        lines=lines,
        tiers=chosen.tiers,
        bands=tuple(band.name for band in chosen.distance_bands),
        kinds=catalogue_kinds(),
        issue_types=_issue_types(version),
        hours=hours_of(clients if own is None else clients[clients["client"] == own.name]),
        pausing=chosen.clocks_that_pause,
        rates=chosen.kept_rates,
        surcharge=chosen.prices.premium,
        client=own,
        own=_own(own.name, version) if own is not None and figures else (),
        contract=chosen.contract,
        plans=chosen.plans,
        since=_since(version),
    )


def _since(version: str) -> date | None:
    """When the version before it started, if it judges until this one starts."""
    starts = [pd.Timestamp(day).date() for day in versions().set_index("version").loc[:, "valid_from"]]
    own = date.fromisoformat(version)
    return max((day for day in starts if day < own), default=None)


def version_state(version: str) -> State:
    """Whether the version judges at the data's date, starts later, or was replaced."""
    return (
        State.STARTS
        if version_starts(version) > last_day()
        else State.IN_FORCE
        if version == version_today()
        else State.PAST
    )


def fared(version: str, client: str | None = None) -> Fared:
    """How the last year's tickets, of all clients or of one, would have kept a version, by clock."""
    part = last_year() if client is None else period(WEEKS_JUDGED, Slice(clients=(client,)))
    known = facts()
    first = local(known.first_opened_at).date() if known else part.first_day
    clocks = {clock: rescore(part, clock, By.LINE, version=version) for clock in Clock}
    told = {clock: frame for clock, frame in clocks.items() if frame["n"].sum()}
    return Fared(
        {str(clock): _kept(frame) for clock, frame in told.items()},
        {
            clock: _kept(own)
            for clock, frame in told.items()
            if len(own := frame[frame["premium"].eq(True).fillna(False)])
        },
        first if first > part.first_day else None,
        settings().kept_rates,
    )


def _kept(frame: pd.DataFrame) -> tuple[int, int]:
    n = int(frame["n"].sum())
    return n - int(frame["breached"].sum()), n


def version_starts(version: str) -> date:
    """The first day of a version."""
    known = versions()
    return pd.Timestamp(known.loc[known["version"] == version, "valid_from"].iloc[0]).date()


def document_clients() -> list[str]:
    """The clients that documents can be made for, by name."""
    return sorted({str(name) for name in known_clients()["client"].dropna()}, key=str.casefold)


def client_named(name: str, clients: pd.DataFrame) -> str:
    """A client as the history spells it; raises where nobody is called so."""
    plain = " ".join(name.split()).lower()
    found = [str(one) for one in clients["client"].dropna() if " ".join(str(one).split()).lower() == plain]
    if not found:
        raise TurnaroundError(f"No client is called {name!r}; write the name as the page Data has it.")
    return found[0]


def _client(name: str, clients: pd.DataFrame, version: str) -> Client:
    """What is known of a client."""
    rows = clients[clients["client"] == client_named(name, clients)]
    starts = date.fromisoformat(version)
    since = rows["premium_since"].dropna()
    tiers = rows["tier"].dropna()
    return Client(
        name=str(rows["client"].iloc[0]),
        tier=None if tiers.empty else str(tiers.iloc[0]),
        bands=_bands(rows),
        premium=any(day <= max(last_day(), starts) for day in since),
    )


def _bands(sites: pd.DataFrame) -> tuple[str, ...]:
    """The distance bands of all sites; none where the distance of one is not known, for then any can hold."""
    bands = settings().distance_bands
    kilometres = sites["distance_km"]
    if kilometres.isna().any():
        return ()
    found = {
        next((band.name for band in bands if band.below_km is None or far < band.below_km), "") for far in kilometres
    }
    return tuple(band.name for band in bands if band.name in found)


def hours_of(clients: pd.DataFrame) -> tuple[Hours, ...]:
    """The calendars of these clients; the company's own where none is known."""
    chosen, days = settings(), day_seconds_of_each()
    named = clients["calendar"].fillna(chosen.default_calendar)
    used = {str(name) if name in chosen.calendars else chosen.default_calendar for name in named}
    used = used or {chosen.default_calendar}
    return tuple(
        Hours(calendar.title, holiday_places().get(calendar.holidays, calendar.holidays), days[name])
        for name, calendar in chosen.calendars.items()
        if name in used
    )


def _issue_types(version: str) -> tuple[str, ...]:
    kinds: pd.DataFrame = ask(targets_of_kinds, version=version)
    return tuple(sorted({str(name) for name in kinds["issue_type"].dropna()}))


def _own(client: str, version: str) -> tuple[Own, ...]:
    """How the last year's tickets of a client went, and would have gone by the version."""
    part = period(WEEKS_JUDGED, Slice(clients=(client,)))
    return tuple(own for clock in Clock if (own := _own_clock(part, clock, version)) is not None)


def _own_clock(part: Slice, clock: Clock, version: str) -> Own | None:
    took = turnaround(clock, part, by_issue=False, by_tier=False, by_place=False)
    if took.empty:
        return None
    judged = rescore(part, clock, version=version, by=By.WHOLE)
    n, late = (int(judged["n"].iloc[0]), int(judged["breached"].iloc[0])) if len(judged) else (0, 0)
    half = took["p50_seconds"].iloc[0]
    return Own(clock, int(took["n"].iloc[0]), None if pd.isna(half) else float(half), n, n - late)


def _logo(name: str) -> bytes | None:
    if not name:
        return None
    try:
        return (home_folder() / name).read_bytes()
    except OSError:
        return None
