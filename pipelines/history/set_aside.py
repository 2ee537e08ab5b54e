"""What a file may not bring back: records of somebody erased, and tickets older than the owner keeps."""

from datetime import datetime
from pathlib import Path

from pipelines.connection import Connection
from pipelines.history.remembered import Remembered
from pipelines.history.retention import mark_old
from pipelines.intake.plan import TICKET_KINDS, Plan
from pipelines.vocabulary import FileKind

SQL = Path(__file__).parent / "erase"
NO_SALT = "erased.salt is missing from your home, so clients that you erased are not known again; restore it"


class Aside:
    """What may not come back into a history, by its tombstones and by how long the owner keeps tickets."""

    def __init__(self, connection: Connection, salt: str | None = None, kept_since: datetime | None = None) -> None:
        self._connection, self._kept_since = connection, kept_since
        self._buried = bool(connection.rows(SQL / "tombstones.sql")[0][0])
        self._salt = salt if self._buried else None
        self._remembered = Remembered(connection, self._salt) if self._salt is not None else None
        self.notes = [NO_SALT] if self._buried and salt is None else []

    @property
    def anything(self) -> bool:
        """Whether the records of a file have to be looked at one by one."""
        return self._salt is not None or self._kept_since is not None

    def mark(self, plan: Plan) -> None:
        """Give the records in record_role that may not come back their role, and clean the texts of the others."""
        if self._salt is not None:
            self._mark_erased(plan, self._salt)
        if self._kept_since is not None:
            mark_old(self._connection, self._kept_since, plan.preset.kind)

    def quiet(self, text: str) -> str:
        """A name, a note or a title without the names of anybody erased."""
        return self._remembered.without_names(text) if self._remembered else text

    def unnamed(self, text: str | None) -> str | None:
        """The text of a rejected record or cell, none where it names somebody erased."""
        return None if self._remembered and self._remembered.names_in(text) else text

    def _mark_erased(self, plan: Plan, salt: str) -> None:
        kind, tickets = plan.preset.kind, plan.preset.kind in TICKET_KINDS
        values = {"salt": salt, "source": plan.preset.source, "history": kind == FileKind.STATUS_HISTORY}
        self._connection.run(SQL / "macros.sql")
        for step in ("erased_record", "mark_erased", "bury_newcomers"):
            self._connection.run(SQL / f"{step}.sql", **values)
        if tickets:
            self._connection.run(SQL / "without_erased.sql")
        remembered = Remembered(self._connection, salt)
        suspects = [text for (text,) in self._connection.rows(SQL / "suspect_text.sql", salt=salt)]
        cleaned = [(text, remembered.without_names(text)) for text in suspects if remembered.names_in(text)]
        if cleaned:
            self._connection.run(SQL / "clean_text_table.sql")
            self._connection.append("clean_text", ("text", "cleaned"), cleaned)
            for table in ("clean_row", *(["ticket_in_file"] if tickets else [])):
                self._connection.run(SQL / f"clean_{table}.sql")
