"""Agreements with clients: shown as the history knows them, and changed, which measures it anew."""

from datetime import date
from pathlib import Path

import pandas as pd

from pipelines.connection import Connection
from pipelines.errors import TurnaroundError
from pipelines.history.clients import as_written
from pipelines.history.generations import open_history
from pipelines.journey import Say, measure_again
from pipelines.targets.register import Agreement, checked, plain, read_register, rewritten
from pipelines.targets.versions import needs_version

SQL = Path(__file__).parent.parent / "measure" / "answers"


def agreements(history: Connection) -> pd.DataFrame:
    """One row a client and version of the register, with how it stands at the moment of the latest export."""
    return history.frame(SQL / "agreements.sql")


def is_measured(history: Connection, home: Path) -> bool:
    """Whether the history was measured by the register as it is now."""
    measured = [tuple(row) for row in history.rows(SQL / "written_agreements.sql")]
    return measured == [tuple(agreement) for agreement in read_register(home)]


def set_agreement(home: Path, said: Agreement, say: Say = lambda _: None) -> Agreement:
    """Write a line of the register, or the days that are said into one that is there, and measure anew."""
    with open_history(home) as history:
        needs_version(history, said.version.isoformat())
        name = as_written(history, said.client)
    listed = read_register(home)
    place = _place(listed, name, said.version)
    if place is None:
        place, listed = len(listed), [*listed, Agreement(name, said.version)]
    known = listed[place]
    listed[place] = known._replace(
        sent_on=said.sent_on or known.sent_on,
        signed_on=said.signed_on or known.signed_on,
        in_force_from=said.in_force_from or known.in_force_from,
    )
    _write(home, listed, say)
    return listed[place]


def forget_agreement(home: Path, client: str, version: date, say: Say = lambda _: None) -> Agreement:
    """Take a line of the register away and measure anew; raises where there is none."""
    listed = read_register(home)
    place = _place(listed, client, version)
    if place is None:
        raise TurnaroundError(f"The register has no line for {client!r} and the version of {version}.")
    _write(home, [*listed[:place], *listed[place + 1 :]], say)
    return listed[place]


def _place(listed: list[Agreement], client: str, version: date) -> int | None:
    keys = [(plain(agreement.client), agreement.version) for agreement in listed]
    key = (plain(client), version)
    return keys.index(key) if key in keys else None


def _write(home: Path, rows: list[Agreement], say: Say) -> None:
    checked(enumerate(rows, start=2))
    with rewritten(home, rows):
        measure_again(home, say)
