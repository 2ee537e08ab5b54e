"""The versions of targets that a history knows: which there are, what stands in one, how two differ."""

from pathlib import Path

import pandas as pd

from pipelines.connection import Connection
from pipelines.errors import TurnaroundError
from pipelines.targets.lines import MACROS, checked_lines, lay_out

HERE = Path(__file__).parent
MEASURE = HERE.parent / "measure"
SQL = MEASURE / "answers"


def versions(history: Connection) -> pd.DataFrame:
    """One row a version, oldest first, with the lines it has and the tickets that it judged."""
    return history.frame(SQL / "target_versions.sql")


def version_lines(history: Connection, version: str) -> pd.DataFrame:
    """The lines of one version in the columns of a target list; raises where there is no such version."""
    needs_version(history, version)
    return history.frame(SQL / "target_version_lines.sql", version=version)


def compare(history: Connection, old: str, new: str | pd.DataFrame) -> pd.DataFrame:
    """A version and a newer one, or lines that are not saved, line by line: tighter, looser, same, or in one only."""
    needs_version(history, old)
    if isinstance(new, str):
        needs_version(history, new)
        for macro in MACROS:
            history.run(macro)
        history.run(HERE / "saved_as_newer.sql", version=new)
    else:
        lay_out(history, checked_lines(new))
        history.run(HERE / "drafted_as_newer.sql")
    history.run(MEASURE / "judging_macros.sql")
    return history.frame(SQL / "compared_targets.sql", old=old)


def needs_version(history: Connection, version: str) -> None:
    """Raise with a sentence where the history knows no such version."""
    known = [name for (name,) in history.rows(SQL / "version_names.sql")]
    if version not in known:
        there = f"there are {', '.join(known)}" if known else "there is none yet"
        raise TurnaroundError(f"There is no version of targets that starts on {version}; {there}.")
