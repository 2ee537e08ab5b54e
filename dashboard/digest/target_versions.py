"""Versions of targets as tables, two of them compared, and the register of agreements."""

import pandas as pd

from dashboard import wording
from dashboard.wording import targets as words

CELLS = {
    "clock": "Clock",
    "client": "Client",
    "tier": "Plan",
    "premium": "Premium",
    "issue_type": "Issue type",
    "work_mode": "Work",
    "distance_band": "Distance",
    "priority": "Priority",
}
FIRST = ("tighter", "looser", "only_new", "only_old", "same")


def table(versions: pd.DataFrame, today: str | None) -> pd.DataFrame:
    """One row a version, the newest first."""
    rows = versions.iloc[::-1]
    return pd.DataFrame(
        {
            "Starts on": pd.to_datetime(rows["valid_from"]).dt.date,
            "Until": pd.to_datetime(rows["valid_to"]).dt.date,
            "Now": ["in force" if version == today else None for version in rows["version"]],
            "Lines": rows["lines"],
            "First reply": rows["first_response_lines"],
            "Resolution": rows["resolution_lines"],
            "Tickets judged": rows["tickets"],
            "Note": [None if pd.isna(note) else wording.shown(note) for note in rows["note"]],
        }
    ).reset_index(drop=True)


def as_list(lines: pd.DataFrame) -> pd.DataFrame:
    """A version as a target list that can be loaded again."""
    told = lines.assign(valid_from=pd.to_datetime(lines["valid_from"]).dt.strftime("%Y-%m-%d"))
    premium = [None if pd.isna(cell) else "yes" if cell else "no" for cell in told["premium"]]
    plain = told.assign(premium=pd.Series(premium, index=told.index, dtype=object)).astype(object)
    return plain.where(plain.notna(), "")


def summary(compared: pd.DataFrame) -> str:
    """How many lines are tighter, looser, as before, or in one only."""
    counts = compared["change"].value_counts()
    told = [f"{wording.count(counts[one])} {words.COMPARED.get(one, one)}" for one in FIRST if one in counts]
    return f"{wording.counted(len(compared), 'line')}: {', '.join(told)}. " + (
        words.CONSENT if "looser" in counts else ""
    )


def by_kind(old: pd.DataFrame, new: pd.DataFrame, clock: str) -> str:
    """What a newer version means for the tickets that there were, whatever its lines are called."""
    cells = [name for name in CELLS if name != "client"]
    both = old.merge(new[[*cells, "target_seconds"]], on=cells, suffixes=("", "_new"))
    both = both[both["clock"] == clock]
    held, given = both["target_seconds"].astype(float), both["target_seconds_new"].astype(float)
    tickets = both["tickets"].astype(int)
    more, less, same = (int(tickets[rows].sum()) for rows in (given > held, given < held, given == held))
    gained, lost = (int(tickets[rows].sum()) for rows in (held.isna() & given.notna(), held.notna() & given.isna()))
    return words.kinds(wording.clock_name(clock), more, less, same, gained, lost)


def compared(lines: pd.DataFrame) -> pd.DataFrame:
    """Line by line, what changed first; columns that no line fills in are folded away."""
    order = lines["change"].map({change: place for place, change in enumerate(FIRST)})
    rows = lines.iloc[order.argsort(kind="stable")].reset_index(drop=True)
    cells = {title: _cell(rows, name) for name, title in CELLS.items()}
    table = pd.DataFrame(cells).dropna(axis="columns", how="all")
    changes = [words.COMPARED.get(change, change) for change in rows["change"]]
    return table.assign(First=_amounts(rows, "old"), Second=_amounts(rows, "new"), Change=changes)


def _cell(rows: pd.DataFrame, name: str) -> list[str | None]:
    return [None if pd.isna(value) else wording.shown(_said(name, value)) for value in rows[name]]


def _said(name: str, value: object) -> str:
    if name == "premium":
        return "yes" if value else "no"
    if name == "clock":
        return wording.clock_name(str(value))
    return wording.work_mode_name(str(value)) if name == "work_mode" else str(value)


def _amounts(rows: pd.DataFrame, which: str) -> list[str]:
    pairs = zip(rows[f"{which}_amount"], rows[f"{which}_unit"], strict=True)
    return [wording.DASH if pd.isna(amount) else wording.target(amount, unit) for amount, unit in pairs]


def agreements(register: pd.DataFrame) -> pd.DataFrame:
    """The register with its days."""
    days = {"Sent": "sent_on", "Signed": "signed_on", "In force from": "in_force_from", "Until": "in_force_until"}
    told = {title: pd.to_datetime(register[name]).dt.date for title, name in days.items()}
    return pd.DataFrame(
        {
            "Client": register["client"].map(wording.shown),
            "Version": register["version"],
            "Standing": register["standing"].map(words.STANDINGS),
            **told,
            "Tickets": register["tickets"],
        }
    )
