"""Tables of single tickets, as an owner reads them."""

from datetime import date

import pandas as pd

from dashboard import wording
from models.promise.scores import RiskRecord

# What the model names as the greatest weight in a probability.
DRIVERS = {
    "kind of work": "this kind is often late",
    "waiting": "it waits",
    "quiet for long": "nothing happens",
    "stood still for long": "opened long ago",
    "time used up": "time nearly gone",
    "many steps": "many steps so far",
}


def late_table(late: pd.DataFrame) -> pd.DataFrame:
    """The late tickets with the columns that this history fills."""
    table = pd.DataFrame(
        {
            "Ticket": late["ticket_id"].map(wording.shown),
            "Client": late["client"],
            "Tier": late["tier"],
            "Issue": late["issue_type"],
            "Opened": late["started_at"],
            "Now": late["still_open"].map({True: "Open", False: "Done"}),
            "Took (h)": late["business_seconds"] / 3600,
            "× target": late["times_target"],
        }
    )
    return _clean(table)


def due_table(due: pd.DataFrame) -> pd.DataFrame:
    """Open tickets with what is left of their time."""
    table = pd.DataFrame(
        {
            "Ticket": due["ticket_id"].map(wording.shown),
            "Client": due["client"],
            "Tier": due["tier"],
            "Issue": due["issue_type"],
            "Technician": due["technician"],
            "Opened": due["started_at"],
            "Late": 100 * due["risk"].astype(float),
            "Left": due["left_seconds"].map(wording.elapsed),
            "Used": 100 * due["business_seconds"] / due["target_seconds"],
            "Clock": due["waiting"].map({True: "Stands: waiting", False: "Runs"}),
            "Mostly because": due["driver"].map(DRIVERS),
        }
    )
    return _clean(table)


def due_sentence(due: pd.DataFrame, last_day: date) -> str:
    """How many, how many of them wait, and as of when."""
    waiting = int(due["waiting"].sum())
    stand = f", {wording.count(waiting)} of them waiting for somebody" if waiting else ""
    return f"{wording.counted(len(due), 'open ticket')} inside the target on {wording.day(last_day)}{stand}."


def risk_sentence(due: pd.DataFrame, record: RiskRecord | None) -> str:
    """How many are expected to be late, and how far such probabilities can be trusted."""
    if due["risk"].isna().all():
        return "How likely each is to be late was not worked out yet; the least business time left comes first."
    expected = round(float(due["risk"].astype(float).sum()))
    told = f"About {wording.count(expected)} of them will be late if nothing changes."
    if record is None:
        return f"{told} Whether such numbers come true is not tested yet: run the back-test on the page Targets."
    return (
        f"{told} In the back-test such numbers were off by {wording.percent(record.error, digits=1)} on average"
        f" ({wording.counted(record.tickets, 'open ticket')}, {wording.count(record.late)} of them late)."
    )


def facts_table(ticket: pd.Series) -> pd.DataFrame:
    """One late ticket, a line a fact; what is not known has no line."""
    seconds, target = int(ticket["business_seconds"]), int(ticket["target_seconds"])
    ended = "Still open" if ticket["still_open"] else wording.moment(ticket["stopped_at"])
    rows = [
        ("Subject", ticket["subject"]),
        ("Client", ticket["client"]),
        ("Technician", ticket["technician"]),
        ("Priority", ticket["priority"]),
        ("Place", _place(ticket)),
        ("Opened", wording.moment(ticket["started_at"])),
        ("Resolved", ended),
        ("Took", wording.elapsed(seconds)),
        ("Clock stood", wording.elapsed(ticket["paused_seconds"]) if ticket["paused_seconds"] else None),
        ("Target", wording.elapsed(target)),
        ("Over by", wording.elapsed(seconds - target)),
    ]
    known = [(name, str(value)) for name, value in rows if value is not None and not pd.isna(value)]
    return pd.DataFrame(known, columns=["fact", "value"])


def timeline_table(changes: pd.DataFrame) -> pd.DataFrame:
    """Each status change, and what it did to the clock."""
    does = {"open": "runs", "paused": "stands", "resolved": "stops", "closed": "stops", "excluded": "left out"}
    return _clean(
        pd.DataFrame(
            {
                "When": changes["changed_at"],
                "Status": changes["status"],
                "Clock": changes["state"].map(does),
                "Technician": changes["technician"],
            }
        )
    )


def _place(ticket: pd.Series) -> str | None:
    told = wording.place_name(ticket["work_mode"], ticket["distance_band"])
    return None if told == "Not told" else told


def _clean(table: pd.DataFrame) -> pd.DataFrame:
    """Without the columns that this history leaves empty, and without hidden characters."""
    kept = table.dropna(axis="columns", how="all") if len(table) else table
    return kept.map(lambda cell: wording.shown(cell) if isinstance(cell, str) else cell).reset_index(drop=True)
