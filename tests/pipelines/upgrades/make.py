"""Makes a small history with the code of any commit, to be kept: `python -m tests.pipelines.upgrades.make CHECKOUT NAME`.

CHECKOUT is a git worktree of that commit (`git worktree add CHECKOUT COMMIT`); its own code loads the files below, undoes
a load, erases a client and signs agreements, as far as it can do these, and NAME.zip is the home that comes of it.
"""

import importlib
import shutil
import sys
import tempfile
import zipfile
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

KEPT = Path(__file__).parent / "kept"
CLIENTS = """client,site,tier,calendar,timezone,distance_km,users,monthly_fee,premium_since
Alder Dental,Main,Gold,standard,Europe/London,4,20,900,2026-02-01
Bexley Motors,Main,Silver,standard,Europe/London,42,35,700,
Corby Print,Main,Bronze,standard,Europe/London,18,9,250,
"""
TARGETS = """valid_from,clock,client,tier,issue_type,work_mode,distance_band,priority,premium,amount,unit
2026-01-01,resolution,,Gold,,,,,,4,business_hours
2026-01-01,resolution,,Silver,,,,,,6,business_hours
2026-01-01,resolution,,,,,,,,1,business_days
2026-01-01,first_response,,,,,,,,1,business_hours
"""
NEWER_TARGETS = """valid_from,clock,client,tier,issue_type,work_mode,distance_band,priority,premium,amount,unit
2026-03-16,resolution,,,,,,,,3,business_hours
2026-03-16,resolution,Bexley Motors,,,,,,,2,business_hours
"""
HEAD = "ticket_id,opened_at,first_response_at,resolved_at,client,site,issue_type,priority,work_mode,technician,status,subject"
NAMES = ("Alder Dental", "Bexley Motors", "Corby Print")
ISSUES = ("Password reset", "Printer fault", "Email")
MONDAY = datetime(2026, 3, 2, 9, 0)


def tickets(first: int, last: int, *, closed: bool) -> str:
    """An export: a row a ticket, of four clients' three; the last two are open until a later export closes them."""
    return "\n".join([HEAD, *_rows(first, last, closed=closed)]) + "\n"


def _rows(first: int, last: int, *, closed: bool) -> Iterator[str]:
    for number in range(first, last):
        opened = MONDAY + timedelta(days=7 * (number // 15) + number % 5, minutes=23 * (number % 15))
        still_open = not closed and number >= last - 2
        took = timedelta(days=3) if number % 7 == 0 else timedelta(minutes=45 + 4 * (number % 40))
        resolved = "" if still_open else f"{opened + took:%Y-%m-%d %H:%M}"
        cells = (
            f"T-{number:04d}", f"{opened:%Y-%m-%d %H:%M}", f"{opened + timedelta(minutes=20):%Y-%m-%d %H:%M}", resolved,
            NAMES[number % 3], "Main", ISSUES[number % 3], ("High", "Low")[number % 2],
            "on_site" if number % 4 == 0 else "remote", "Priya", "open" if still_open else "resolved", "Call me, please",
        )  # fmt: skip
        yield ",".join(f'"{cell}"' if "," in cell else cell for cell in cells)


def statuses(first: int, last: int) -> str:
    """A status history: every third ticket waited for half an hour."""
    lines = ["ticket_id,status,changed_at"]
    for number in range(first, last, 3):
        opened = MONDAY + timedelta(days=7 * (number // 15) + number % 5, minutes=23 * (number % 15))
        moments = (("open", 0), ("waiting for client", 10), ("open", 40))
        lines += [f"T-{number:04d},{name},{opened + timedelta(minutes=after):%Y-%m-%d %H:%M}" for name, after in moments]
    return "\n".join(lines) + "\n"


FILES = {
    "clients.csv": CLIENTS,
    "targets.csv": TARGETS,
    "march.csv": tickets(0, 45, closed=False) + "T-9999,soon,,,Alder Dental,Main,Email,Low,remote,Priya,open,No date\n",
    "history.csv": statuses(0, 45),
    "april.csv": tickets(40, 60, closed=True),
    "mistake.csv": tickets(60, 70, closed=True).replace("T-00", "M-00"),
    "newer targets.csv": NEWER_TARGETS,
}


def make(checkout: Path, name: str) -> None:
    """Load, undo, erase and sign with the code of a checkout; the home becomes one zip."""
    sys.path.insert(0, str(checkout))
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder) / "home"
        _load(home, Path(folder))
        _change(home)
        _pack(home, KEPT / f"{name}.zip")


def _load(home: Path, folder: Path) -> None:
    journey = importlib.import_module("pipelines.journey")
    module = getattr(journey, "Answers", None)
    for file, text in FILES.items():
        (folder / file).write_text(text, encoding="utf-8")
        assert module is not None
        journey.load_files(home, [folder / file], module(timezone="Europe/London", allow_quarantine=True))


def _change(home: Path) -> None:
    """What this code can do beside loading."""
    keeping = _module("pipelines.keeping")
    if keeping is None:
        return
    mistake = next(entry for entry in keeping.loads(home) if entry["file"] == "mistake.csv")
    keeping.undo_load(home, mistake["load"])
    keeping.erase(home, "Corby Print", yes=True)
    agreements = _module("pipelines.targets.agreements")
    if agreements is not None:
        said = agreements.Agreement("Bexley Motors", datetime(2026, 1, 1).date(), None, datetime(2026, 3, 9).date(), None)
        agreements.set_agreement(home, said)


def _module(name: str) -> Any:
    try:
        return importlib.import_module(name)
    except ModuleNotFoundError:
        return None


def _pack(home: Path, to: Path) -> None:
    current = (home / "CURRENT").read_text(encoding="ascii").strip()
    for old in (home / "generations").iterdir():
        if old.name != current:
            shutil.rmtree(old)
    to.parent.mkdir(exist_ok=True)
    with zipfile.ZipFile(to, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for file in sorted(home.rglob("*")):
            if file.is_file() and file.name != "writer.lock":
                archive.write(file, file.relative_to(home).as_posix())


if __name__ == "__main__":
    make(Path(sys.argv[1]).resolve(), sys.argv[2])
