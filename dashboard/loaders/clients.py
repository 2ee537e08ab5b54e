"""Who the clients are, which look alike, and which are one under two names."""

import pandas as pd

from dashboard.loaders.cache import ask, in_local_time
from dashboard.loaders.home import settings
from pipelines.history import clients


def known_clients() -> pd.DataFrame:
    """One row a client and site, those that no list has first; instants and days in local time."""
    frame = in_local_time(ask(clients.known_clients))
    since = frame["premium_since"].dt.tz_localize("UTC").dt.tz_convert(settings().timezone).dt.date
    return frame.assign(premium_since=since)


def client_pairs() -> pd.DataFrame:
    """Pairs of names that look like one client."""
    frame: pd.DataFrame = ask(clients.client_pairs)
    return frame


def client_joins() -> pd.DataFrame:
    """Each joined name with the client that it stands for."""
    frame: pd.DataFrame = ask(clients.joins)
    return frame
