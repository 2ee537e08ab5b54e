"""What was loaded is kept, shown, taken back, forgotten: each change is measured again and published whole."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from pipelines import plan_file
from pipelines.catalogue.labels import forget_labels
from pipelines.errors import FileRefused, NoHistory, SettingsInvalid, TurnaroundError
from pipelines.history import backup, ledger, results
from pipelines.history import restore as restoring
from pipelines.history.backup import Backup
from pipelines.history.derive import derive
from pipelines.history.erase import (
    SALT,
    Found,
    erase_client,
    erased_names,
    find_client,
    known_salt,
    nearest_names,
    remember,
    salt_of,
    tickets_found,
)
from pipelines.history.files import durable, written_whole
from pipelines.history.generations import FORGETTING, Build, current_generation, next_generation, open_history
from pipelines.history.holding import holding, in_inbox
from pipelines.history.names import can_be_sought, for_files
from pipelines.history.rejected import rejected_rows
from pipelines.history.retention import find_outlived, forget_outlived, kept_since
from pipelines.history.undo import undo
from pipelines.intake.preset import all_presets
from pipelines.measure.measured import count_tickets, measure
from pipelines.measured_by import rules_of
from pipelines.own_settings import keeps_access
from pipelines.settings import own_toml, read_settings
from pipelines.targets import register
from pipelines.upgrading import upgrade

Say = Callable[[str], None]
UNREADABLE = (
    "This backup is of an older Turnaround, and its settings cannot be read, by which it would be measured anew ({})."
    " Nothing was changed. Restore it with the Turnaround that made it, mend the settings there, and make a new backup."
)
BACKUPS = "Backups and exports that you keep elsewhere still hold it: delete them, and make a new backup."
TOO_SHORT = "A name this short cannot be told from other words, so texts of other clients were not searched for it."
STILL_OPEN = "Another program still has an older copy of the history open; it goes with your next load."
PLANS = "Kept plans that name it as a buyer go, too: {}."
NOT_STANDING = "An old export that is loaded again brings them back, unless your settings say keep_months."


@dataclass(frozen=True)
class Undone:
    """A load that was taken back, and how many tickets are left."""

    load: int
    file: str
    tickets: int


def loads(home: Path) -> list[dict[str, Any]]:
    """The ledger: one entry a load, newest first, undone ones included."""
    with open_history(home) as history:
        return results.ledger(history, all_presets(home))


def rejected(home: Path, load_id: int) -> bytes:
    """The rejected rows of a load as CSV that can be corrected and loaded again."""
    with open_history(home) as history:
        return rejected_rows(history, load_id)


def undo_load(home: Path, load_id: int, say: Say = lambda _: None) -> Undone:
    """Take a load back and measure what is left; the history stays as it was where that fails."""
    _needs_history(home)
    with next_generation(home) as build:
        name = undo(build.connection, load_id)
        say("Measuring")
        return Undone(load_id, name, _measured(build, home))


def forget_sample(home: Path, say: Say = lambda _: None) -> int:
    """Take the made-up firm out, as the first real load does; the number of tickets that are left."""
    _needs_history(home)
    with next_generation(home) as build:
        ledger.forget_sample(build.connection)
        say("Measuring")
        return _measured(build, home)


@dataclass(frozen=True)
class Erased:
    """What is, or with `done` was, erased of a client, and the files that name it: copies in the inbox, and others."""

    client: str
    tickets: int
    sites: int
    targets: int
    rejected: int
    mentions: int
    inbox: tuple[str, ...]
    files: tuple[str, ...]
    done: bool
    notes: tuple[str, ...]
    agreements: int


def erase(home: Path, client: str, *, yes: bool, say: Say = lambda _: None) -> Erased:
    """Erase a client everywhere; without `yes` only tell what that would be. Raises where nothing names it."""
    _needs_history(home)
    with open_history(home) as history:
        found = find_client(history, client)
        tickets = tickets_found(history)
        nearest = nearest_names(history, client)
    say("Searching the files of your home")
    listed = register.read_register(home)
    left = register.without(listed, found.names)
    pattern = for_files(list(found.names))
    rewritten = (home / register.FILE, home / plan_file.FILE)
    holders = [file for file in holding(home, pattern) if file not in rewritten]
    agreements, plans = len(listed) - len(left), len(plan_file.plans_naming(home, found.names, pattern))
    if not found.anything and not holders and not agreements and not plans:
        near = f"; similar names are {', '.join(nearest)}" if nearest else ""
        raise TurnaroundError(f"Nothing here names this client{near}. Write it as the client list does.")
    if yes:
        with register.rewritten(home, left):
            _erase(home, client, say)
        forget_labels(home, gone=tickets.__contains__)
        plan_file.forget_plans_naming(home, found.names, pattern)
        for file in holders:
            if in_inbox(home, file):
                file.unlink()
                durable(file.parent)
    return _told(home, client, found, holders, agreements, plans, done=yes)


def _erase(home: Path, client: str, say: Say) -> None:
    with next_generation(home) as build:
        erase_client(build.connection, find_client(build.connection, client), salt_of(home))
        say("Measuring")
        _measured(build, home)
        build.forget = True


def _told(
    home: Path, client: str, found: Found, holders: list[Path], agreements: int, plans: int, *, done: bool
) -> Erased:
    notes = [] if all(map(can_be_sought, found.names)) else [TOO_SHORT]
    if plans:
        notes.append(PLANS.format(plans))
    if (home / FORGETTING).exists():
        notes.append(STILL_OPEN)
    inbox = tuple(file.relative_to(home).as_posix() for file in holders if in_inbox(home, file))
    others = tuple(file.relative_to(home).as_posix() for file in holders if not in_inbox(home, file))
    counts = (found.tickets, found.sites, found.targets, found.rejected, found.mentions)
    return Erased(client, *counts, inbox, others, done, (*notes, BACKUPS), agreements)


@dataclass(frozen=True)
class Retained:
    """How much is, or with `done` was, forgotten because it is older than so many months."""

    months: int
    before: datetime
    tickets: int
    statuses: int
    rejected: int
    done: bool
    notes: tuple[str, ...]


def retain(home: Path, months: int | None, *, yes: bool, say: Say = lambda _: None) -> Retained:
    """Forget tickets older than so many months (else as the settings say); without `yes` only tell how many."""
    _needs_history(home)
    standing = read_settings(home).keep_months
    wanted = standing if months is None else months
    since = kept_since(wanted)
    if since is None:
        raise TurnaroundError(
            "Say how many months to keep: --months 36, or keep_months = 36 under [history] in settings.toml."
        )
    with open_history(home) as history:
        found = find_outlived(history, since)
    if yes and any((found.tickets, found.statuses, found.rejected)):
        with next_generation(home) as build:
            find_outlived(build.connection, since)
            forget_outlived(build.connection, since)
            say("Measuring")
            _measured(build, home)
            build.forget = True
    notes = (BACKUPS,) if 0 < standing <= wanted else (NOT_STANDING, BACKUPS)
    return Retained(wanted, since, found.tickets, found.statuses, found.rejected, yes, notes)


def back_up(home: Path, to: Path) -> Backup:
    """Write the whole home into one file, and read it back."""
    _needs_history(home)
    return backup.back_up(home, to)


def restore(home: Path, file: Path, *, yes: bool, same_access: bool = False) -> Backup:
    """Put a backup in the place of this home and bring it up to date; who was erased here meanwhile stays erased.

    same_access: refuse one whose settings say otherwise who may reach the dashboard.
    """

    def prepare(staged: Path) -> None:
        if same_access:
            keeps_access(home, own_toml(staged), "This backup")
        _prepare(home, staged)

    return restoring.restore(file, home, prepare, yes=yes)


def _prepare(home: Path, staged: Path) -> None:
    try:
        upgrade(staged)
    except SettingsInvalid as error:
        raise FileRefused(UNREADABLE.format(error)) from None
    salt, buried = known_salt(home), restoring.buried_in(home)
    if salt is None or not buried:
        return
    if not (staged / SALT).exists():
        written_whole(staged / SALT, salt.encode("ascii"), mode=0o600)
    for name in _erased_in(staged, salt, buried):
        if name in _erased_in(staged, salt, buried):  # it may have gone with another of its names
            erase(staged, name, yes=True)
    if salt_of(staged) == salt:
        with next_generation(staged) as build:
            remember(build.connection, buried)
            build.keep = build.forget = True


def _erased_in(staged: Path, salt: str, buried: list[tuple[str, str, int | None]]) -> list[str]:
    """The clients that a backup names, in its history or register, and that were erased since."""
    with open_history(staged) as history:
        return erased_names(history, salt, buried, [one.client for one in register.read_register(staged)])


def _needs_history(home: Path) -> None:
    if current_generation(home) is None:
        raise NoHistory("There is no history yet: load a ticket export, or the sample, first.")


def _measured(build: Build, home: Path) -> int:
    """Derive and measure what the facts now say; the build is to be published. The number of tickets."""
    settings = read_settings(home)
    measure(build.connection, settings, derive(build.connection, settings, all_presets(home), home))
    build.measured_by = rules_of(settings)
    build.keep = True
    return count_tickets(build.connection)
