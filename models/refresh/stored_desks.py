"""What was learnt of a desk, stored beside the generation and named by all that it was learnt from."""

import hashlib
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, fields, is_dataclass
from pathlib import Path
from typing import Any

import numpy as np

from models.desk.backtest import ClockTest, DeskBackTest
from models.desk.calibration import Fit
from models.desk.handling import Handling
from models.refresh.tables import as_table, from_table, read, write

# Raised with every change of the method: what an older one has stored is then learnt anew.
METHOD = 3


@dataclass(frozen=True)
class Learnt:
    """How the desk works, and how well that foretold its own past; tested None: why_untested says why."""

    fit: Fit
    tested: DeskBackTest | None
    why_untested: str


def name_of(*parts: Any) -> str:
    """The name under which what is learnt from `parts` is stored: other parts, another name."""
    digest = hashlib.sha256(str(METHOD).encode())
    for piece in _pieces(parts):
        digest.update(piece)
    return f"desk-{digest.hexdigest()[:16]}"


def read_learnt(folder: Path, name: str) -> Learnt | None:
    """What is stored in a generation's folder under a name, None where nothing is."""
    stored = read(folder, name)
    if stored is None:
        return None
    tested = stored["tested"]
    return Learnt(_fit(stored["fit"]), None if tested is None else _tested(tested), stored["why_untested"])


def write_learnt(folder: Path, name: str, learnt: Learnt) -> None:
    """Store it whole, or not at all where the folder has gone meanwhile: it can be learnt again."""
    told = None if learnt.tested is None else _written(learnt.tested)
    with suppress(OSError):
        write(folder, name, {"fit": asdict(learnt.fit), "tested": told, "why_untested": learnt.why_untested})


def _written(tested: DeskBackTest) -> dict[str, Any]:
    tables = {"weeks": as_table(tested.weeks), "answered": as_table(tested.answered), "fit": asdict(tested.fit)}
    done = tested.resolution
    own = None if done is None else {"weeks": as_table(done.weeks), "covered": done.covered, "width": done.width}
    return {one.name: getattr(tested, one.name) for one in fields(tested)} | tables | {"resolution": own}


def _fit(stored: dict[str, Any]) -> Fit:
    handlings = tuple(Handling(**one) for one in stored["handlings"])
    return Fit(**{**stored, "handlings": handlings, "capacity": tuple(stored["capacity"])})


def _tested(stored: dict[str, Any]) -> DeskBackTest:
    tables = {name: from_table(stored[name]) for name in ("weeks", "answered")}
    own = stored["resolution"]
    done = None if own is None else ClockTest(**{**own, "weeks": from_table(own["weeks"])})
    return DeskBackTest(**{**stored, **tables, "fit": _fit(stored["fit"]), "resolution": done})


def _pieces(part: Any) -> Iterator[bytes]:
    if isinstance(part, np.ndarray):
        yield f"{part.dtype}{part.shape}".encode()
        yield np.ascontiguousarray(part).tobytes()
    elif is_dataclass(part):
        yield from _pieces(tuple(getattr(part, one.name) for one in fields(part)))
    elif isinstance(part, tuple | list):
        yield f"{len(part)}".encode()
        for one in part:
            yield from _pieces(one)
    else:
        yield repr(part).encode()
