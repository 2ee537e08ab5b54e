"""The versions of targets that a history knows: which there are, what stands in one, how two differ."""

from pathlib import Path

import pandas as pd

from pipelines.connection import Connection
from pipelines.errors import TurnaroundError
from pipelines.targets.lines import MACROS

MEASURE = Path(__file__).parent.parent / "measure"
SQL = MEASURE / "answers"


def versions(history: Connection) -> pd.DataFrame:
    """One row a version, oldest first, with the lines it has and the tickets that it judged."""
    return history.frame(SQL / "target_versions.sql")


def version_lines(history: Connection, version: str) -> pd.DataFrame:
    """The lines of one version in the columns of a target list; raises where there is no such version."""
    needs_version(history, version)
    return history.frame(SQL / "target_version_lines.sql", version=version)


def compare(history: Connection, old: str, new: str) -> pd.DataFrame:
    """Two versions line by line: tighter, looser, same, or in one only."""
    for version in (old, new):
        needs_version(history, version)
    for macro in (*MACROS, MEASURE / "judging_macros.sql"):
        history.run(macro)
    return history.frame(SQL / "compared_targets.sql", old=old, new=new)


def needs_version(history: Connection, version: str) -> None:
    """Raise with a sentence where the history knows no such version."""
    known = [name for (name,) in history.rows(SQL / "version_names.sql")]
    if version not in known:
        there = f"there are {', '.join(known)}" if known else "there is none yet"
        raise TurnaroundError(f"There is no version of targets that starts on {version}; {there}.")
