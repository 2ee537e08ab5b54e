"""Tables of the service catalogue, and what an owner changed in them."""

from collections.abc import Mapping
from typing import Any

import numpy as np
import pandas as pd

from dashboard import wording
from dashboard.wording import catalogue as words
from models.catalogue.results import Evidence

EXAMPLES = 3
LINE = "Line of the catalogue"
KEEPS, SILENT = "Keeps its name", "Says nothing"


def coverage(categories: pd.DataFrame) -> str:
    """How much of the history is in the catalogue."""
    off, named = categories["line"].isna(), categories["own_name"].notna()
    tickets, accepted = categories["tickets"], int(categories["accepted"].sum())
    silent = int(tickets[off & ~named].sum()) - accepted
    return words.covered(
        int(tickets.sum()), int(tickets[~off].sum()), accepted, int(tickets[off & named].sum()), silent
    )


def category_table(categories: pd.DataFrame) -> pd.DataFrame:
    """The categories that an owner can lead to a line, under the number of their row; silent columns are gone."""
    told = categories[categories["category"].notna()]
    table = pd.DataFrame(
        {
            "Category": told["category"].map(wording.shown),
            "Tickets": told["tickets"],
            LINE: told["line"].astype(object).where(told["line"].notna(), None),
            "Now": np.select([told["line"].notna(), told["own_name"].notna()], ["", KEEPS], SILENT),
            "Examples": told["examples"].map(_examples),
        }
    )
    return table.drop(columns=[name for name in ("Now", "Examples") if (table[name] == "").all()])


def changes(
    categories: pd.DataFrame, before: pd.DataFrame, after: pd.DataFrame, new_lines: Mapping[str, str]
) -> list[dict[str, str]]:
    """What was chosen anew, as the command takes it; an emptied line takes the owner's word back."""
    rows = after.index[[not _same(*pair) for pair in zip(before[LINE], after[LINE], strict=True)]]
    names, lines = categories["category"][rows], after[LINE][rows].fillna("")
    return [
        {"category": str(name), "line": str(line), "kind": new_lines.get(str(line), "")}
        for name, line in zip(names, lines, strict=True)
    ]


def proposal_table(tickets: pd.DataFrame, evidence: Evidence) -> pd.DataFrame:
    """One row a line with proposals, the most tickets first."""
    record = {line.line: words.known_right(line.right, line.proposed) for line in evidence.lines}
    rows = [
        (False, line, len(own), float(own["confidence"].min()), record.get(str(line), ""), _examples(own["subject"]))
        for line, own in tickets.groupby("issue_type", sort=True)
    ]
    table = pd.DataFrame(rows, columns=["Accept", "Line", "Tickets", "Least sure", "Right when tried", "Examples"])
    return table.sort_values("Tickets", ascending=False, kind="stable").reset_index(drop=True)


def _examples(subjects: Any) -> str:
    different = dict.fromkeys(wording.shown(subject) for subject in subjects)
    return " · ".join(list(different)[:EXAMPLES])


def _same(one: Any, other: Any) -> bool:
    return bool(one == other) or (pd.isna(one) and pd.isna(other))
