"""Taking a load back: its rows go, its line in the ledger stays, marked as undone."""

from datetime import UTC, datetime
from pathlib import Path

from pipelines.connection import Connection
from pipelines.errors import TurnaroundError
from pipelines.history import results

SQL = Path(__file__).parent


def undo(connection: Connection, load_id: int) -> str:
    """Take the load's rows out of the facts, to be derived again; returns the name of its file."""
    name, _, undone_at = results.load_named(connection, load_id)
    if undone_at is not None:
        raise TurnaroundError(f"Load {load_id} ({name}) is undone already; load its file again to have it back.")
    values = {"load_id": load_id, "undone_at": datetime.now(UTC).replace(tzinfo=None)}
    for step in ("undo_load", "forget_load", "without_orphans"):
        connection.run(SQL / f"{step}.sql", **values)
    return name
