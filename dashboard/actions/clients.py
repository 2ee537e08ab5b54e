"""Clients completed, joined and parted."""

from dataclasses import dataclass
from datetime import date

from dashboard.actions.child import ask
from dashboard.actions.loading import UPLOAD_SECONDS, Answers, Loaded, load

LIST = "client_list"
TOO_LONG = "It took too long and was stopped; nothing changed. Use a shell: python -m pipelines join ALIAS CLIENT"
FAILED = "It could not be done, and nothing changed."


@dataclass
class WrittenList:
    """A client list that the page wrote, handed over as an upload is."""

    name: str
    content: bytes

    def getvalue(self) -> bytes:
        """The file's bytes."""
        return self.content


def written_list(content: bytes, day: date) -> WrittenList:
    """A client list with the name that the ledger will show."""
    return WrittenList(f"clients edited {day:%Y-%m-%d}.csv", content)


def load_clients(written: WrittenList) -> Loaded:
    """Load a written client list as any other file, so that it stands in the ledger and can be undone."""
    return load(written, Answers(source=LIST))


def join_clients(alias: str, client: str) -> str:
    """Make one name stand for another client; a sentence where that was refused."""
    return ask(("pipelines", "join", alias, client), UPLOAD_SECONDS, too_long=TOO_LONG, failed=FAILED).refusal


def part_clients(alias: str) -> str:
    """Let a joined name stand for itself again; a sentence where that was refused."""
    return ask(("pipelines", "join", "--undo", alias), UPLOAD_SECONDS, too_long=TOO_LONG, failed=FAILED).refusal
