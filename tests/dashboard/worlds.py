"""Small histories, written as an owner's exports and loaded by the real pipelines."""

import shutil
import tempfile
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from hashlib import sha256
from pathlib import Path

from models.refresh.promises import refresh
from pipelines.intake.answers import Answers
from pipelines.journey import load_files
from tests.made_once import made_once

FIRST_MONDAY = datetime(2026, 5, 4, 9, 0)
WEEKS = 16
A_WEEK = 40
ISSUES = ("Password reset", "Printer fault", "Email")
TICKET = "ticket_id,opened_at,first_response_at,resolved_at,client,issue_type,work_mode,technician,status,subject"
EVIL_CLIENT = "![x](http://127.0.0.2/evil.png)"
CLIENTS = f"""client,site,tier,calendar,timezone,distance_km,users,monthly_fee,premium_since
Alder Dental,Main,Gold,standard,Europe/London,4,20,900,
Bexley Motors,Main,Silver,standard,Europe/London,42,35,700,
{EVIL_CLIENT},Main,Gold,standard,Europe/London,12,10,400,
"""
TARGETS = """valid_from,clock,tier,issue_type,work_mode,distance_band,priority,premium,amount,unit
2026-01-01,resolution,Gold,,,,,,4,business_hours
2026-01-01,resolution,Silver,,,,,,6,business_hours
2026-01-01,first_response,,,,,,,1,business_hours
"""


def tickets(weeks: int = WEEKS, a_week: int = A_WEEK, *, bare: bool = False) -> str:
    """An export: every tenth ticket takes 9 business hours, the others an hour and a bit; the last two are open."""
    lines = [TICKET if not bare else "ticket_id,opened_at,resolved_at,issue_type"]
    lines += [_bare(row) if bare else row for row in _rows(weeks, a_week)]
    return "\n".join(lines) + "\n"


def _rows(weeks: int, a_week: int) -> Iterator[str]:
    clients = ("Alder Dental", "Bexley Motors", EVIL_CLIENT)
    for number in range(weeks * a_week):
        week, place = divmod(number, a_week)
        opened = FIRST_MONDAY + timedelta(weeks=week, days=place % 5, minutes=7 * (place // 5))
        took = timedelta(days=1) if number % 10 == 0 else timedelta(minutes=60 + place)
        still_open = number >= weeks * a_week - 2
        resolved = "" if still_open else f"{opened + took:%Y-%m-%d %H:%M}"
        cells = (
            f"T-{number:04d}", f"{opened:%Y-%m-%d %H:%M}", f"{opened + timedelta(minutes=20):%Y-%m-%d %H:%M}", resolved,
            clients[number % 3], ISSUES[number % len(ISSUES)], "on_site" if number % 4 == 0 else "remote", "Priya",
            "Open" if still_open else "Closed", "=1+1",
        )  # fmt: skip
        yield ",".join(cells)


def _bare(row: str) -> str:
    cells = row.split(",")
    return ",".join((cells[0], cells[1], cells[3], cells[5]))


def home_with(folder: Path, *, promises: bool = False, **files: str) -> Path:
    """A home that has loaded these texts, each under its name, in this order; with `promises` these are learnt, too."""
    asked = sha256(repr((promises, files)).encode()).hexdigest()[:16]
    made = made_once(f"home-{asked}", lambda draft: _loaded(draft, files, promises=promises))
    return Path(shutil.copytree(made, folder / "home"))


def _loaded(home: Path, files: Mapping[str, str], *, promises: bool) -> None:
    with tempfile.TemporaryDirectory() as exports:
        paths = [Path(exports, f"{name}.csv") for name in files]
        for path, text in zip(paths, files.values(), strict=True):
            path.write_text(text, encoding="utf-8")
        load_files(home, paths, Answers())
    if promises:
        refresh(home)
