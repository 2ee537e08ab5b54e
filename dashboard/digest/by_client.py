"""Who is badly served, and who asks for too much: sentences, the rows of pictures and the table of clients."""

import pandas as pd

from dashboard import wording
from dashboard.wording import by_client as words

MOST_NAMED = 3
MOST_DRAWN = 20
LATE_HOVER = ("client", "late", "judged", "share", "low", "high")
DEMAND_HOVER = ("client", "tickets", "users", "rate", "low", "high")
OF_TARGETS = ("Worst served first", "Most open and over")
ORDERS = {
    "Worst served first": ("place", True),
    "Most tickets": ("tickets", False),
    "Most open and over": ("open_and_over", False),
    "Most tickets a user": ("rate", False),
    "Slowest (9 in 10)": ("p90_seconds", False),
    "Most hours": ("hours_month", False),
    "Name": ("client", True),
}


def busiest_sentence(league: pd.DataFrame) -> str:
    """Who brings most tickets."""
    first = league.iloc[int(league["tickets"].to_numpy().argmax())]
    return words.busiest(first["client"], int(first["tickets"]), int(league["tickets"].sum()), len(league))


def late_sentences(league: pd.DataFrame, goal: float) -> list[str]:
    """The answer: who is late beyond luck, and what of the rest."""
    judged = league[league["judged"] >= wording.FEWEST]
    if judged.empty:
        return [words.late(0, [], 0, goal), words.others(0, 0, len(league), goal, anybody=False)]
    bad = badly_served(judged)
    told = [
        words.late_client(*row) for row in bad.head(MOST_NAMED)[["client", "late", "judged", "low", "high"]].to_numpy()
    ]
    better = int((judged["beside_goal"] == "under").sum())
    few = len(league) - len(judged)
    said = [words.late(len(judged), told, len(bad) - len(told), goal)]
    if 2 * len(bad) > len(judged):
        average = float(judged["late"].sum() / judged["judged"].sum())
        said.append(words.all_alike(average, len(bad), int((bad["beside_rest"] == "over").sum())))
    return [*said, words.others(len(judged) - len(bad), better, few, goal, anybody=bool(len(bad)))]


def badly_served(league: pd.DataFrame) -> pd.DataFrame:
    """Late beyond luck beside the goal, or beside the others and not surely inside it; who stands out comes first."""
    apart, over = league["beside_rest"] == "over", league["beside_goal"]
    bad = league.assign(apart=apart)[(over == "over") | (apart & (over != "under"))]
    return bad.sort_values("apart", ascending=False, kind="stable")


def demand_sentence(league: pd.DataFrame) -> str:
    """Who asks for too much."""
    if league.empty:
        return words.NO_USERS
    more = league[league["beside"] == "over"]
    usual = float(league["usual"].iloc[0])
    told = [
        words.demand_client(client, times, low / usual, high / usual)
        for client, times, low, high in more.head(MOST_NAMED)[["client", "times", "low", "high"]].to_numpy()
    ]
    return words.demand(told, len(more) - len(told), usual)


def growth_sentence(grown: pd.DataFrame) -> str:
    """Who asks for more or less than a quarter ago; nothing where the history is too short."""
    if grown.empty:
        return ""
    own = grown[grown["beyond_luck"].astype(bool)]
    own = own.loc[(own["recent"] - own["before"]).abs().sort_values(ascending=False).index]
    told = [words.grown_client(*row) for row in own.head(MOST_NAMED)[["client", "recent", "before"]].to_numpy()]
    return words.grown(told, len(own) - len(told))


def late_dots(league: pd.DataFrame) -> pd.DataFrame:
    """Rows of the picture: the worst served first, those with enough tickets alone."""
    rows = league[league["judged"] >= wording.FEWEST].head(MOST_DRAWN)
    hover = [
        f"{wording.drawn(client)}<br>{wording.count(late)} of {wording.count(judged)} late"
        f" ({wording.percent(share, digits=1)}, {wording.percent(low)} to {wording.percent(high)})"
        for client, late, judged, share, low, high in rows[[*LATE_HOVER]].to_numpy().tolist()
    ]
    told = rows[["low", "high"]].assign(
        name=rows["client"], value=rows["share"], beside=rows["beside_goal"], hover=hover
    )
    return told.reset_index(drop=True)


def demand_dots(league: pd.DataFrame) -> pd.DataFrame:
    """Rows of the picture: who surely asks most first."""
    rows = league.head(MOST_DRAWN)
    hover = [
        f"{wording.drawn(client)}<br>{wording.count(tickets)} tickets, {wording.count(users)} users:"
        f" {rate:.2f} a user and month ({low:.2f} to {high:.2f})"
        for client, tickets, users, rate, low, high in rows[[*DEMAND_HOVER]].to_numpy().tolist()
    ]
    return (
        rows[["low", "high", "beside"]]
        .assign(name=rows["client"], value=rows["rate"], hover=hover)
        .reset_index(drop=True)
    )


def whole(league: pd.DataFrame, demand: pd.DataFrame) -> pd.DataFrame:
    """The late league with each client's place in it and its rate of tickets."""
    placed = league.assign(place=range(len(league)))
    return placed.merge(demand[["client", "rate", "times"]], on="client", how="left")


def table(rows: pd.DataFrame, order: str, currency: str, *, has_targets: bool) -> pd.DataFrame:
    """One line a client; columns that no client fills are folded away."""
    name, ascending = ORDERS[order]
    own = rows.sort_values(name, ascending=ascending, kind="stable", na_position="last").reset_index(drop=True)
    few = own["n"].fillna(0) < wording.FEWEST
    told = pd.DataFrame({
        "Client": own["client"].map(wording.shown), "Plan": own["tier"].map(_named),
        "Premium": own["premium"].map(_yes), "Tickets": own["tickets"].astype(int),
        "A month": own["tickets_month"], "A user and month": own["rate"],
    })  # fmt: skip
    if has_targets:
        told = pd.concat([told, _late(own)], axis=1)
    rest = pd.DataFrame({
        "Open": own["still_open"], "Half within (h)": (own["p50_seconds"] / 3600).where(~few),
        "9 in 10 within (h)": (own["p90_seconds"] / 3600).where(~few), "Hours a month": own["hours_month"],
        "Share of tickets": 100 * own["tickets"] / own["tickets"].sum(), "Share of users": _share(own["users"]),
        "Share of fees": _share(own["fee_month"]), f"Fee ({currency})": own["fee_month"],
        f"Left ({currency})": own["left_month"].astype(float),
    })  # fmt: skip
    both = pd.concat([told, rest], axis=1).dropna(axis="columns", how="all")
    return both if own["premium"].any() else both.drop(columns="Premium")


def orders(rows: pd.DataFrame) -> list[str]:
    """The orders that this history can fill."""
    judged = bool(rows["judged"].sum())
    filled = {title for title, (name, _) in ORDERS.items() if rows[name].notna().any()}
    return [title for title in ORDERS if title in filled and (judged or title not in OF_TARGETS)]


def _late(own: pd.DataFrame) -> pd.DataFrame:
    enough = own["judged"].fillna(0) >= wording.FEWEST
    return pd.DataFrame({
        "Late": (100 * own["share"]).where(enough),
        "Late of": [
            f"{wording.count(late)} of {wording.count(judged)}"
            for late, judged in zip(own["late"], own["judged"], strict=True)
        ],
        "Between": [
            f"{wording.percent(low)} to {wording.percent(high)}" if told else wording.TOO_FEW
            for low, high, told in zip(own["low"], own["high"], enough, strict=True)
        ],
        "Beside the goal": own["beside_goal"].map({"over": "worse", "under": "better", "": wording.DASH}),
        "Open and over": own["open_and_over"],
    })  # fmt: skip


def _share(column: pd.Series) -> pd.Series:
    return (100 * column / column.sum()).astype(float) if column.notna().any() else column.astype(float)


def _named(tier: object) -> str | None:
    return wording.shown(tier) if isinstance(tier, str) else None


def _yes(premium: object) -> str:
    return "yes" if premium else wording.DASH
