"""The register of agreements, agreements.csv in the home: which client has which version, sent, signed, in force."""

import csv
import io
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import NamedTuple, NoReturn

from pipelines.errors import SettingsInvalid
from pipelines.history.files import written_whole

FILE = "agreements.csv"


class Agreement(NamedTuple):
    """A client and a version, by the day on which it starts; a day that is None has not come, or is the usual one."""

    client: str
    version: date
    sent_on: date | None = None
    signed_on: date | None = None
    in_force_from: date | None = None


def plain(client: str) -> str:
    """The same text for one name in any case and spacing."""
    return " ".join(unicodedata.normalize("NFC", client).split()).lower()


def read_register(home: Path) -> list[Agreement]:
    """The lines of the register; raises SettingsInvalid with a sentence that names the line and what is wrong."""
    file = home / FILE
    if not file.exists():
        return []
    try:
        rows = list(csv.reader(io.StringIO(file.read_text(encoding="utf-8-sig"), newline=""), strict=True))
    except (UnicodeDecodeError, csv.Error):
        rows = []
    if not rows or tuple(cell.strip() for cell in rows[0]) != Agreement._fields:
        raise SettingsInvalid(
            f"{FILE} in your home is no table of {', '.join(Agreement._fields)}, with commas: mend it, or delete it."
        )
    numbered = [(number, row) for number, row in enumerate(rows[1:], start=2) if any(cell.strip() for cell in row)]
    return checked((number, _agreement(number, row)) for number, row in numbered)


def _agreement(number: int, row: Sequence[str]) -> Agreement:
    if len(row) != len(Agreement._fields):
        _refuse(number, f"it has {len(row)} cells instead of {len(Agreement._fields)}")
    client, *days = (cell.strip() for cell in row)
    version, sent_on, signed_on, in_force_from = (_day(number, text) for text in days)
    if not client or version is None:
        _refuse(number, "it needs a client and a version")
    return Agreement(client, version, sent_on, signed_on, in_force_from)


def _day(number: int, text: str) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        _refuse(number, f"{text!r} is not a day; write it as 2026-03-31")


def checked(numbered: Iterable[tuple[int, Agreement]]) -> list[Agreement]:
    """The agreements, where they can all be true together; raises SettingsInvalid with a sentence."""
    of_version: dict[tuple[str, date], int] = {}
    of_day: dict[tuple[str, date], int] = {}
    agreements = []
    for number, agreement in numbered:
        _check_days(number, agreement)
        client, starts = plain(agreement.client), _in_force_from(agreement)
        other = of_version.setdefault((client, agreement.version), number)
        if other != number:
            _refuse(number, f"line {other} is for the same client and version; keep one of them")
        if starts is not None and (other := of_day.setdefault((client, starts), number)) != number:
            _refuse(number, f"line {other} is in force for the same client from the same day; one of them cannot be")
        agreements.append(agreement)
    return agreements


def _check_days(number: int, agreement: Agreement) -> None:
    _, _, sent_on, signed_on, in_force_from = agreement
    if signed_on is None and in_force_from is not None:
        _refuse(number, "it is in force from a day, but was not signed; say when it was")
    if signed_on is not None and sent_on is not None and signed_on < sent_on:
        _refuse(number, f"it was signed on {signed_on}, before it was sent")
    if signed_on is not None and in_force_from is not None and in_force_from < signed_on:
        _refuse(number, f"it is in force from {in_force_from}, before it was signed")


def _in_force_from(agreement: Agreement) -> date | None:
    """As agreed_version.sql has it: the day that is written, else that of signing, not before the version starts."""
    if agreement.signed_on is None:
        return None
    return agreement.in_force_from or max(agreement.signed_on, agreement.version)


def _refuse(number: int, why: str) -> NoReturn:
    raise SettingsInvalid(f"{FILE} in your home, line {number}: {why}.")


def without(agreements: Iterable[Agreement], names: Iterable[str]) -> list[Agreement]:
    """Those of other clients than one of these names."""
    gone = {plain(name) for name in names}
    return [agreement for agreement in agreements if plain(agreement.client) not in gone]


@contextmanager
def rewritten(home: Path, agreements: Sequence[Agreement]) -> Iterator[None]:
    """The register with these lines; as it was before, where what is done meanwhile fails."""
    file = home / FILE
    before = file.read_bytes() if file.exists() else None
    _put(file, _as_csv(agreements) if agreements else None)
    try:
        yield
    except BaseException:
        _put(file, before)
        raise


def _put(file: Path, content: bytes | None) -> None:
    if content is None:
        file.unlink(missing_ok=True)
    else:
        written_whole(file, content)


def _as_csv(agreements: Sequence[Agreement]) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out).writerows([Agreement._fields, *agreements])
    return out.getvalue().encode("utf-8")
