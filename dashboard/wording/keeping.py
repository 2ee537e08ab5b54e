"""Undo, erase, backup and restore, in plain words."""

from collections.abc import Mapping
from typing import Any

from dashboard.wording.numbers import counted
from dashboard.wording.safe import plain

RESTORE = (
    "The backup takes the place of everything here: history, settings, own presets and words, inbox. What was loaded"
    " since it was made is gone. Restore it?"
)


def undo(name: str) -> str:
    """The question before a load is taken back."""
    return f"The rows of {name} go, and everything is measured again without them. Undo this load?"


def undone(name: str, tickets: int) -> str:
    """What an undo has left."""
    return f"{name} is undone. The history holds {counted(tickets, 'ticket')}, merged and deleted ones included."


def plan(found: Mapping[str, Any]) -> list[str]:
    """What erasing a client would take out, a line each; names of files as text."""
    own = f"{counted(found['tickets'], 'ticket')}, {counted(found['sites'], 'line')} of client lists"
    rest = f"{counted(found['targets'], 'target')} of its own, {counted(found['rejected'], 'rejected row')}"
    lines = [f"{own}, {rest}."]
    if found["mentions"]:
        lines.append(f"Its name is taken out of {counted(found['mentions'], 'row')} of other clients.")
    if found["inbox"]:
        lines.append(f"Deleted from the inbox: {_named(found['inbox'])}.")
    if found["files"]:
        lines.append(
            f"These files hold the name or cannot be searched; look at them yourself: {_named(found['files'])}."
        )
    return [*lines, *(plain(note) for note in found["notes"])]


def erase(client: str) -> str:
    """The question before a client is erased."""
    return f"{client} goes for good; there is no way back but a backup. Erase this client?"


def erased(found: Mapping[str, Any]) -> str:
    """What an erasure has done, without the name."""
    return f"The client is erased. {' '.join(plan(found))}"


def backed_up(made: Mapping[str, Any]) -> str:
    """What a backup holds."""
    size = f"{max(made['bytes'] / 1_000_000, 0.1):,.1f} MB"
    return (
        f"{counted(made['files'], 'file')} with {counted(made['tickets'], 'ticket')}, {size}; it was read back whole."
    )


def backup_name(made: Mapping[str, Any]) -> str:
    """Such as turnaround-backup-2026-03-31-1815.zip."""
    return f"turnaround-backup-{made['made_at'][:16].replace('T', '-').replace(':', '')}.zip"


def restored(backup: Mapping[str, Any]) -> str:
    """What a restore has brought."""
    made = f"{backup['made_at'][:10]} {backup['made_at'][11:16]} UTC"
    return f"The backup of {made} is restored: {counted(backup['tickets'], 'ticket')}."


def _named(files: list[str]) -> str:
    return ", ".join(plain(file) for file in files)
