"""Where the hours go, what comes back, and what comes in after hours, as rows."""

import pandas as pd

from dashboard import wording
from dashboard.wording import plans as words

PARTS = {
    "to_answer_hours": "Until the first reply",
    "hands_on_hours": "Hands-on",
    "travel_hours": "Travel",
    "paused_hours": "Waiting for others",
    "in_hand_hours": "Answered, not worked on",
}

COST = "Cost a month"
# Where no issue type has enough tickets, all of them together may.
ALL = "All tickets together"


def hours(table: pd.DataFrame) -> pd.DataFrame:
    """Where the time of a ticket goes, a row an issue type of enough tickets, the most hours first."""
    own = table.assign(issue_type=table["issue_type"].map(_named))
    parts = [name for name in PARTS if own[name].notna().any()]
    weighted = own[parts].multiply(own["tickets"], axis=0).assign(issue_type=own["issue_type"], tickets=own["tickets"])
    sums = weighted.groupby("issue_type", sort=False).sum(min_count=1)
    means = sums[parts].divide(sums["tickets"], axis=0).assign(tickets=sums["tickets"].astype(int))
    means = means[means["tickets"] >= wording.FEWEST]
    if means.empty and sums["tickets"].sum() >= wording.FEWEST:
        whole = sums.sum(min_count=1)
        means = (whole / whole["tickets"]).to_frame(ALL).T.assign(tickets=int(whole["tickets"]))
        means.index.name = "issue_type"
    order = (means[parts].sum(axis=1) * means["tickets"]).sort_values(ascending=False, kind="stable").index
    return means.loc[order].reset_index()


def hours_shown(table: pd.DataFrame) -> pd.DataFrame:
    """The same with the titles of a page."""
    titles = {"issue_type": "Issue type", "tickets": "Tickets"} | {
        name: f"{title} (h)" for name, title in PARTS.items()
    }
    return table.rename(columns=titles)


def repeated(table: pd.DataFrame, hour_cost: float | None, currency: str) -> pd.DataFrame:
    """What comes back, a month: tickets, hours, their share and cost, the most hours first."""
    told = table.assign(month_hours=table["hours"] / table["months"], month_tickets=table["tickets"] / table["months"])
    rows = pd.DataFrame(
        {
            "Issue type": told["issue_type"].map(_named),
            "Tickets a month": told["month_tickets"],
            "Clients": told["clients"].astype(int),
            "Hours a month": told["month_hours"],
            "Share of hours": 100 * told["month_hours"] / told["month_hours"].sum(),
            "Minutes (half take less)": told["median_minutes"],
        }
    )
    if told["clients"].max() <= 1:
        rows = rows.drop(columns="Clients")
    return rows if hour_cost is None else rows.assign(**{f"{COST} ({currency})": told["month_hours"] * hour_cost})


def most_repeated(table: pd.DataFrame) -> str:
    """The sentence of the type that takes the most hours."""
    if table["hours"].isna().all():
        return words.NO_MINUTES
    first, months = table.iloc[0], float(table["months"].iloc[0])
    share = float(first["hours"]) / float(table["hours"].sum())
    return words.repeated(
        wording.shown(first["issue_type"]), float(first["hours"]) / months, share, float(first["tickets"]) / months
    )


def after_hours_told(table: pd.DataFrame, months: float) -> str:
    """The same in a sentence, all plans together; months: of the history."""
    closed, tickets = int(table["after_hours"].sum()), int(table["tickets"].sum())
    return words.after_hours(closed, tickets, months, float(table["hours"].sum(min_count=1)))


def after_hours(table: pd.DataFrame) -> pd.DataFrame:
    """What came in while the company was closed, a row a plan."""
    n, closed = table["tickets"].astype(float), table["after_hours"].astype(float)
    return pd.DataFrame(
        {
            "Plan": table["tier"].map(_named),
            "Tickets": table["tickets"].astype(int),
            "While closed": table["after_hours"].astype(int),
            "Share": [
                wording.percent(own / of) if of >= wording.FEWEST else wording.TOO_FEW
                for own, of in zip(closed, n, strict=True)
            ],
            "Hours of work": table["hours"],
        }
    )


def _named(text: object) -> str:
    return wording.shown(text) if isinstance(text, str) else "Not told"
