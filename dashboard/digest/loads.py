"""Tables of the Data page."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import pandas as pd

from dashboard import wording
from dashboard.wording import fields
from dashboard.wording import loads as words
from pipelines.measure.checking import KNOW, LOOK

NOTHING = "Nothing found"
LISTS_AS_OF = pd.Timestamp(1980, 1, 1)
PROBLEMS = {
    "file_name": "File",
    "line_number": "Line",
    "field": "Field",
    "reason": "Why",
    "value": "Value",
    "raw": "The row as it came",
}


def outcome_table(outcomes: Mapping[str, int]) -> pd.DataFrame:
    """What became of the records of a file; the lines sum to its records."""
    most_first = sorted(outcomes.items(), key=lambda outcome: -outcome[1])
    rows = [(number, name, words.outcome(name)) for name, number in most_first if number]
    return pd.DataFrame(rows, columns=["Records", "Outcome", "That is"])


def reason_table(reasons: Mapping[str, int]) -> pd.DataFrame:
    """Why records were not accepted, or cells emptied."""
    rows = sorted(((number, wording.shown(fields.named(reason))) for reason, number in reasons.items()), reverse=True)
    return pd.DataFrame(rows, columns=["Times", "Reason"])


def load_table(loads: pd.DataFrame) -> pd.DataFrame:
    """The load history, undone loads included; lists have no date of their own, and what holds for none is not said."""
    seen = loads["as_of"].where(loads["as_of"] > LISTS_AS_OF)
    table = pd.DataFrame(
        {
            "Load": loads["load_id"],
            "Loaded": loads["loaded_at"],
            "File": loads["file_name"].map(wording.shown),
            "Read as": loads["source"],
            "Records": loads["records"],
            "Data until": seen,
            "Time zone": loads["timezone"],
            "Sample": loads["is_sample"].astype(bool),
            "Undone": loads["undone_at"],
        }
    )
    none = {"Sample": not table["Sample"].any(), "Undone": table["Undone"].isna().all()}
    return table.drop(columns=[name for name, empty in none.items() if empty])


def problem_table(problems: pd.DataFrame) -> pd.DataFrame:
    """Rejected records and emptied cells, with the reason."""
    told = {
        "field": problems["field"].map(fields.field_name, na_action="ignore"),
        "reason": problems["reason"].map(fields.named),
    }
    table = problems.assign(**told)[list(PROBLEMS)].rename(columns=PROBLEMS)
    return table.map(lambda cell: wording.shown(cell) if isinstance(cell, str) else cell)


def loads_with_rows(problems: pd.DataFrame) -> dict[int, str]:
    """The loads of which rejected rows can be corrected, newest first, as an owner chooses among them."""
    rows = problems[problems["raw"].notna()].drop_duplicates(["load_id", "record_number"])
    counts = rows.groupby(["load_id", "file_name"], as_index=False).size().sort_values("load_id", ascending=False)
    return {
        int(load): f"{wording.shown(name)}, {wording.counted(int(number), 'row')}"
        for load, name, number in counts.itertuples(index=False)
    }


def check_table(checks: pd.DataFrame) -> pd.DataFrame:
    """The checks: what has to be looked at first, then what is good to know, then those that found nothing."""
    result = checks["severity"].where(checks["rows"] > 0, NOTHING)
    ordered = (
        checks.assign(result=result, place=result.map([LOOK, KNOW, NOTHING].index))
        .sort_values(["place", "rows", "check"], ascending=[True, False, True], kind="stable")
        .reset_index(drop=True)
    )
    return pd.DataFrame(
        {
            "Check": ordered["title"],
            "Found": ordered["rows"],
            "Result": ordered["result"],
            "What to do": ordered["advice"].where(ordered["rows"] > 0, ""),
            "name": ordered["check"],
        }
    )


def behind_table(rows: pd.DataFrame) -> pd.DataFrame:
    """The rows behind a check, under the words of the page: the names of columns are ours."""
    return rows.rename(columns=lambda name: fields.field_name(str(name)).capitalize())


def reconciliation_table(told: pd.DataFrame) -> pd.DataFrame:
    """Our numbers beside the ticket tool's own: how many agree, and by how much the middle one differs."""
    return pd.DataFrame(
        {
            "Ticket tool": told["source"].map(wording.shown),
            "Clock": told["clock"].map(wording.clock_name),
            "Compared": [
                words.compared(*row) for row in told[["compared", "vendor_counts"]].itertuples(index=False, name=None)
            ],
            "Tickets": told["n"],
            "Agree": [wording.percent(share, digits=1) for share in told["agreeing"] / told["n"]],
            "Ours is usually": told["median_difference_seconds"].map(words.apart),
        }
    )


def trust(facts: Any, until: date, loads: pd.DataFrame, outcomes: pd.DataFrame, checks: pd.DataFrame) -> str:
    """The first sentence of the page."""
    rejected = int(outcomes.loc[outcomes["outcome"] == "quarantined", "records"].sum())
    found = int(((checks["rows"] > 0) & (checks["severity"] == LOOK)).sum())
    records = int(loads.loc[loads["undone_at"].isna(), "records"].sum())
    return words.trust(facts.tickets, wording.day(until), records, rejected, found)


def calendar_table(settings: Any, day_seconds: Mapping[str, int]) -> pd.DataFrame:
    """The calendars of the settings."""
    rows = [
        (
            wording.shown(calendar.title),
            "Default" if name == settings.default_calendar else "",
            calendar.holidays or "none",
            day_seconds[name] / 3600,
        )
        for name, calendar in settings.calendars.items()
    ]
    return pd.DataFrame(rows, columns=["Hours", "Used for", "Holidays of", "Business day (h)"])
