"""Erasing a client: out of every table and text, remembered only as salted hashes that keep later files erased."""

import hashlib
import secrets
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from pipelines.connection import Connection
from pipelines.errors import TurnaroundError
from pipelines.history import names
from pipelines.history.files import written_whole

SQL = Path(__file__).parent / "erase"
SALT = "erased.salt"
DELETED = ("problems", "statuses", "tickets", "clients", "targets", "aliases")


@dataclass(frozen=True)
class Found:
    """What a history holds of a client: its names in plain letters, and how many rows of what."""

    names: tuple[str, ...]
    tickets: int
    sites: int
    targets: int
    rejected: int
    mentions: int

    @property
    def anything(self) -> bool:
        """Whether there is something to erase in the history."""
        return any((self.tickets, self.sites, self.targets, self.rejected, self.mentions))


def salt_of(home: Path) -> str:
    """The salt of this home's hashes, made once and readable by its owner alone."""
    file = home / SALT
    if not file.exists():
        written_whole(file, secrets.token_hex(32).encode("ascii"), mode=0o600)
    return file.read_text(encoding="ascii").strip()


def known_salt(home: Path) -> str | None:
    """The salt, where something was ever erased."""
    return salt_of(home) if (home / SALT).exists() else None


def find_client(history: Connection, client: str) -> Found:
    """What there is of a client under all its names, spelled in any way; nothing is changed."""
    if not names.words(client):
        raise TurnaroundError("Name the client that is to be erased, as the client list writes it.")
    history.run(SQL / "macros.sql")
    known = [name for (name,) in history.rows(SQL / "names.sql", client=client)]
    history.run(SQL / "erased_ticket.sql", names=known)
    counts = history.rows(SQL / "found.sql", names=known, pattern=names.for_database(known))[0]
    return Found(tuple(known), *counts)


def tickets_found(history: Connection) -> set[tuple[str, str]]:
    """Source and number of the tickets of the client that was sought last."""
    return {(source, ticket_id) for source, ticket_id in history.rows(SQL / "tickets_found.sql")}


def known_clients(history: Connection) -> list[str]:
    """Every client that tickets or lists name, one spelling each."""
    spelled = {name.lower().strip(): name.strip() for (name,) in history.rows(SQL / "known_names.sql")}
    return sorted(spelled.values(), key=str.lower)


def nearest_names(history: Connection, client: str) -> list[str]:
    """Names of the history that look like one that it does not know."""
    known = {name.lower(): name for name in known_clients(history)}
    return [known[close] for close in get_close_matches(client.lower(), list(known), n=3, cutoff=0.6)]


def erase_client(connection: Connection, found: Found, salt: str) -> None:
    """Take a client that was found out of the facts of a build, and remember it; its tables are to be derived again."""
    known = list(found.names)
    connection.run(SQL / "bury_names.sql", names=known, salt=salt)
    connection.run(SQL / "bury_tickets.sql", salt=salt)
    connection.append("tombstone", ("kind", "digest", "words"), _text_tombstones(known, salt))
    pattern = names.for_database(known)
    for what in DELETED:
        connection.run(SQL / f"delete_{what}.sql", names=known, pattern=pattern)
    connection.run(SQL / "set_pattern.sql", pattern=pattern)
    for step in ("scrub", "scrub_file_names", "scrub_undone_names"):
        connection.run(SQL / f"{step}.sql", loose=names.for_database(known, loose=True))
    connection.run(SQL / "forget_files.sql")


def tombstones(history: Connection) -> list[tuple[str, str, int | None]]:
    """All that is remembered of what was erased."""
    return [(kind, found, words) for kind, found, words in history.rows(SQL / "all_tombstones.sql")]


def remember(connection: Connection, buried: list[tuple[str, str, int | None]]) -> None:
    """Take over what another history of the same salt remembers."""
    known = set(tombstones(connection))
    connection.append("tombstone", ("kind", "digest", "words"), [row for row in buried if row not in known])


def erased_names(
    history: Connection, salt: str, buried: list[tuple[str, str, int | None]], others: list[str]
) -> list[str]:
    """The clients of a history, and of these `others`, that were erased elsewhere."""
    history.run(SQL / "macros.sql")
    digests = [found for kind, found, _ in buried if kind == "client"]
    rows = history.rows(SQL / "erased_names.sql", salt=salt, digests=digests, others=others)
    return [name for (name,) in rows]


def digest(salt: str, kind: str, content: str) -> str:
    """The hash by which something erased is known again; the same as the macro digest_of."""
    return hashlib.sha256(f"{salt}|{kind}|{content}".encode()).hexdigest()


def _text_tombstones(known: list[str], salt: str) -> list[tuple[str, str, int]]:
    """By what a name is known inside a text: as a whole, and by the word that it begins with."""
    rows = []
    for name in filter(names.can_be_sought, known):
        parts = names.words(name)
        rows.append(("name", digest(salt, "name", names.key(name)), len(parts)))
        rows += [("word", digest(salt, "word", word), len(parts)) for word in {parts[0], "".join(parts)}]
    return rows
