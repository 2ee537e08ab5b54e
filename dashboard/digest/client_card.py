"""One client in figures, each with its last thirteen weeks where it has them."""

import pandas as pd

from dashboard import wording
from dashboard.digest.week import Card

SMALL = "Of the chosen period; a bar a week for the last 13 weeks."


def cards(row: pd.Series, rate: float | None, weeks: pd.DataFrame, day: pd.DataFrame, currency: str) -> list[Card]:
    """row: of the late league; rate: tickets a user and month; day: the client's row of what is done the same day."""
    told = [_late(row, weeks)] if row["judged"] >= 1 else []
    told += [_tickets(row, rate, weeks), *_took(row), *_same_day(day), _open(row)]
    return [*told, _fee(row, currency)] if pd.notna(row["fee_month"]) else told


def _late(row: pd.Series, weeks: pd.DataFrame) -> Card:
    told = row["judged"] >= wording.FEWEST
    beside = {"over": "surely worse", "under": "surely better", "": "no difference beyond luck"}[row["beside_goal"]]
    of = f"{wording.count(row['late'])} of {wording.count(row['judged'])}"
    return Card(
        "Late",
        wording.percent(row["share"], digits=1) if told else wording.TOO_FEW,
        f"{of} judged tickets missed their target. Beside your goal: {beside}. {SMALL}",
        weeks["late"].tolist(),
        change=of,
        colour="orange" if row["beside_goal"] == "over" else "off",
    )


def _tickets(row: pd.Series, rate: float | None, weeks: pd.DataFrame) -> Card:
    told = None if rate is None or pd.isna(rate) else f"{rate:.2f} a user"
    each = f"{row['tickets_month']:,.1f}"
    return Card("Tickets a month", each, f"Tickets opened a month. {SMALL}", weeks["opened"].tolist(), change=told)


def _took(row: pd.Series) -> list[Card]:
    if row["n"] < wording.FEWEST:
        return []
    return [
        Card(
            "9 in 10 within",
            wording.brief(row["p90_seconds"]),
            "Business time until nine in ten of its tickets were done, open ones counted in; below it, half of them.",
            change=f"half {wording.brief(row['p50_seconds'])}",
        )
    ]


def _same_day(day: pd.DataFrame) -> list[Card]:
    if day.empty or day["n"].iloc[0] < wording.FEWEST:
        return []
    done, n = int(day["same_day"].iloc[0]), int(day["n"].iloc[0])
    of = f"{wording.count(done)} of {wording.count(n)}"
    return [Card("Same day", wording.percent(done / n), f"{of} resolved on the business day they came in.", change=of)]


def _open(row: pd.Series) -> Card:
    over = int(row["open_and_over"])
    return Card(
        "Open now",
        wording.count(row["still_open"]),
        "Of the tickets opened in the period.",
        change=f"{wording.count(over)} over target" if over else None,
        colour="orange" if over else "off",
    )


def _fee(row: pd.Series, currency: str) -> Card:
    left = None if pd.isna(row["left_month"]) else f"{wording.amount(row['left_month'], '')} left"
    told = "A month, as the client list says, else users times price. Left: after the cost of hands-on work."
    return Card(f"Fee ({currency})", wording.amount(row["fee_month"], ""), told, change=left)


def subtitle(row: pd.Series) -> str:
    """Plan, Premium and users in one line of Markdown."""
    plan = f"{wording.plain(row['tier'])} plan" if isinstance(row["tier"], str) else "No plan told"
    users = None if pd.isna(row["users"]) else wording.counted(int(row["users"]), "user")
    return " · ".join(
        filter(None, [plan, "with Premium Response" if row["premium"] else "without Premium Response", users])
    )


def issues(segments: pd.DataFrame) -> pd.DataFrame:
    """What it asks for: a line an issue type, the most tickets first."""
    rows = segments.sort_values("n", ascending=False, kind="stable").reset_index(drop=True)
    judged, few = rows["met"] + rows["breached"], rows["n"] < wording.FEWEST
    return pd.DataFrame({
        "Issue type": rows["issue_type"].map(wording.shown), "Tickets": rows["n"],
        "Late of": [
            f"{wording.count(late)} of {wording.count(of)}" if of else None
            for late, of in zip(rows["breached"], judged, strict=True)
        ],
        "Half within (h)": (rows["p50_seconds"] / 3600).astype(float).where(~few),
        "9 in 10 within (h)": (rows["p90_seconds"] / 3600).astype(float).where(~few),
    }).dropna(axis="columns", how="all")  # fmt: skip
