"""Who the clients are: what the lists say of each, which look alike, and which are one under two names."""

from pathlib import Path

import pandas as pd

from pipelines.connection import Connection
from pipelines.errors import TurnaroundError
from pipelines.history.lookalikes import look_alikes

SQL = Path(__file__).parent / "clients"


def known_clients(history: Connection) -> pd.DataFrame:
    """One row a client and site of tickets or client lists; those that no list has come first."""
    return history.frame(SQL / "known_client.sql")


def client_pairs(history: Connection) -> pd.DataFrame:
    """Pairs of names that look like one client: `alias` would stand for `client`."""
    return look_alikes(history.frame(SQL / "client_names.sql"))


def joins(history: Connection) -> pd.DataFrame:
    """The joins that the owner made: each alias with its client."""
    return history.frame(SQL / "joins.sql")


def join(connection: Connection, alias: str, client: str) -> tuple[str, str]:
    """Make one name stand for another; both as files spell them. Raises where that cannot be."""
    alias, client = as_written(connection, alias), as_written(connection, client)
    made = {_plain(name): str(target) for name, target in connection.rows(SQL / "joins.sql")}
    if _plain(alias) == _plain(client):
        raise TurnaroundError(f"{alias!r} and {client!r} are one name already; name two that differ.")
    if _plain(alias) in made:
        raise TurnaroundError(f"{alias!r} is joined to {made[_plain(alias)]!r} already; undo that join first.")
    if _plain(alias) in _chain(_plain(client), made):
        raise TurnaroundError(f"{client!r} is itself joined to {alias!r}; undo that join first.")
    connection.run(SQL / "add_join.sql", alias=alias, client=client)
    return alias, client


def undo_join(connection: Connection, alias: str) -> tuple[str, str]:
    """Let a joined name stand for itself again; returns it with the client that it stood for."""
    for name, client in connection.rows(SQL / "joins.sql"):
        if _plain(name) == _plain(alias):
            connection.run(SQL / "drop_join.sql", alias=name)
            return name, client
    raise TurnaroundError(f"{alias!r} is not joined to another client; there is nothing to undo.")


def tickets_written(connection: Connection, name: str) -> int:
    """How many tickets are written with a name."""
    return int(connection.value(SQL / "joined_tickets.sql", name=name))


def as_written(connection: Connection, name: str) -> str:
    """A client as files spell it; raises where none names it."""
    rows = connection.rows(SQL / "written_name.sql", name=name)
    if not rows:
        raise TurnaroundError(f"No ticket and no client list names {name!r}; write the client as your export does.")
    return str(rows[0][0])


def _plain(name: str) -> str:
    return " ".join(name.split()).lower()


def _chain(name: str, made: dict[str, str]) -> set[str]:
    """Every name that a name stands for, one after the other."""
    passed: set[str] = set()
    while name in made and name not in passed:
        passed.add(name)
        name = _plain(made[name])
    return passed | {name}
