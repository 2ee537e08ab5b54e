"""Lines of a version of targets, as an owner or a page gives them: checked, written as a target list, laid out."""

import csv
import io
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple, NoReturn

import pandas as pd

from pipelines.connection import Connection
from pipelines.errors import FileRefused
from pipelines.vocabulary import Clock

SQL = Path(__file__).parent
DERIVE = SQL.parent / "history" / "derive"
MACROS = tuple(DERIVE / f"{name}.sql" for name in ("macros", "work_mode_macros", "target_macros"))
UNITS = ("business_minutes", "business_hours", "business_days")
ANY = ("", "-", "any", "nan", "none")
YES, NO = ("yes", "y", "true", "x", "1", "1.0"), ("no", "n", "false", "0", "0.0")
LEAST, MOST = 1e-6, 1e12  # the same as of a list that is loaded


class Line(NamedTuple):
    """A line: a cell that is None holds for any ticket."""

    clock: str
    client: str | None
    tier: str | None
    issue_type: str | None
    work_mode: str | None
    distance_band: str | None
    priority: str | None
    premium: bool | None
    amount: float
    unit: str


COLUMNS = ("valid_from", *Line._fields)
NEEDED = ("clock", "amount", "unit")


def read_lines(file: Path) -> pd.DataFrame:
    """A CSV file of lines, as text; raises FileRefused with a sentence."""
    try:
        with file.open(encoding="utf-8-sig", newline="") as opened:
            header, *rows = [row for row in csv.reader(opened, strict=True) if any(cell.strip() for cell in row)]
        return pd.DataFrame(rows, columns=[title.strip() for title in header], dtype=object)
    except (OSError, ValueError, csv.Error):
        raise FileRefused(
            f"{file.name} is not a table in a CSV file (UTF-8, commas) with the columns {', '.join(COLUMNS)}."
        ) from None


def checked_lines(frame: pd.DataFrame) -> list[Line]:
    """The lines of a frame; raises FileRefused with a sentence that names the line and what is wrong with it."""
    missing = [name for name in NEEDED if name not in frame.columns]
    unknown = [str(name) for name in frame.columns if name not in COLUMNS]
    if missing or unknown:
        wrong = f"lack the column {missing[0]}" if missing else f"have a column {unknown[0]!r} that targets do not have"
        raise FileRefused(f"The targets {wrong}; the columns are {', '.join(COLUMNS)}.")
    if frame.empty:
        raise FileRefused("There is no line of targets to save; write at least one.")
    if "valid_from" in frame.columns and len(set(frame["valid_from"].astype(str))) > 1:
        raise FileRefused("The targets start on several days; a version is all lines that start on one.")
    cells = frame.reindex(columns=list(Line._fields)).astype(object)
    return [_line(number, row) for number, row in enumerate(cells.itertuples(index=False, name=None), start=1)]


def _line(number: int, row: Sequence[Any]) -> Line:
    said = dict(zip(Line._fields, map(_text, row), strict=True))
    for name, known in (("clock", tuple(map(str, Clock))), ("unit", UNITS)):
        if said[name] not in known:
            _refuse(number, f"the {name} is {said[name] or 'missing'}; write {', '.join(known[:-1])} or {known[-1]}")
    own = (said["client"], said["tier"], said["issue_type"], said["work_mode"], said["distance_band"], said["priority"])
    premium, amount = _yes(number, said["premium"]), _amount(number, said["amount"])
    return Line(str(said["clock"]), *own, premium, amount, str(said["unit"]))


def _text(cell: Any) -> str | None:
    """A cell on one line; None where it holds for any."""
    text = "" if pd.isna(cell) else " ".join(str(cell).split())
    return None if text.lower() in ANY else text


def _yes(number: int, text: str | None) -> bool | None:
    if text is not None and text.lower() not in YES + NO:
        _refuse(number, f"premium is {text!r}; write yes, no, or nothing for both")
    return None if text is None else text.lower() in YES


def _amount(number: int, text: str | None) -> float:
    try:
        amount = float(text or "")
    except ValueError:
        amount = 0.0
    if not LEAST <= amount <= MOST:
        _refuse(number, f"the amount is {text or 'missing'}; write a number above 0, such as 4 or 1.5")
    return amount


def _refuse(number: int, why: str) -> NoReturn:
    raise FileRefused(f"Line {number} of the targets: {why}.")


def lay_out(history: Connection, lines: Sequence[Line]) -> None:
    """Make the temporary table draft_line of these lines, spelled as tickets are; raises where two say the same."""
    for macro in MACROS:
        history.run(macro)
    history.run(SQL / "written_line.sql")
    history.append(
        "written_line", ("line_number", *Line._fields), [(i, *line) for i, line in enumerate(lines, start=1)]
    )
    history.run(SQL / "draft_line.sql")
    for first, second in history.rows(SQL / "doubled_line.sql"):
        raise FileRefused(f"Lines {first} and {second} of the targets are for the same tickets; keep one of them.")


def as_target_list(lines: Sequence[Line], starts_on: date) -> bytes:
    """The lines as a target list that can be loaded anywhere."""
    out = io.StringIO(newline="")
    rows = [(starts_on.isoformat(), *map(_written, line)) for line in lines]
    csv.writer(out).writerows([COLUMNS, *rows])
    return out.getvalue().encode("utf-8-sig")


def _written(cell: Any) -> str:
    if isinstance(cell, bool):
        return "yes" if cell else "no"
    if isinstance(cell, float):
        return f"{cell:.6f}".rstrip("0").rstrip(".")
    return str(cell or "")
