"""What is done on the same business day, what it would take to promise it, and who asks for speed."""

import pandas as pd

from dashboard import wording
from dashboard.wording import same_day as words
from models.by_client import beside_level, steadied_order
from models.shares import wilson

MOST_TYPES = 14
MOST_NAMED = 3
SHORT = ("Client", "Asked again (of)", "Reopened (of)")
DAYS_A_MONTH = 30.44
WEEK = 7
HOVER = ("issue_type", "same_day", "n", "share", "low", "high")


def sentences(whole: pd.DataFrame, by_type: pd.DataFrame, clock: str, level: float, months: float) -> list[str]:
    """The answer, what it counts, what it would take, and which types make it; months: of the period."""
    n = int(whole["n"].sum())
    if n < wording.FEWEST:
        return [words.FEW.format(n=wording.counted(n, "ticket")) if n else words.NOTHING]
    row = whole.iloc[0]
    done = int(row["same_day"])
    types = judged(by_type, level)
    low, high = wilson(done / row["scatter"], n / row["scatter"])
    made = types[types["beside"] == "over"].sort_values("n", ascending=False)["issue_type"].tolist()
    return [
        words.share(clock, done, n, low, high),
        words.beside(int(row["still_open"]), int(row["day_not_over"]), int(row["end_unknown"])),
        words.takes((level * n - done) / (months * DAYS_A_MONTH / WEEK), level, low),
        words.already(made, level),
    ]


def judged(frame: pd.DataFrame, level: float) -> pd.DataFrame:
    """Groups of enough tickets with share, low, high and beside ("over": surely at the level or above it)."""
    rows = frame[frame["n"] >= wording.FEWEST].reset_index(drop=True)
    ends = _ends(rows)
    return rows.assign(
        share=rows["same_day"] / rows["n"], low=[low for low, _ in ends], high=[high for _, high in ends],
        beside=beside_level(rows["same_day"], rows["n"], level, rows["scatter"]),
    )  # fmt: skip


def dots(frame: pd.DataFrame, level: float) -> pd.DataFrame:
    """Rows of the picture: of the types with most tickets, the best first."""
    rows = judged(frame, level).head(MOST_TYPES).sort_values("share", ascending=False, kind="stable")
    hover = [
        f"{wording.drawn(name)}<br>{wording.count(done)} of {wording.count(n)} the same day"
        f" ({wording.percent(share, digits=1)}, {wording.percent(low)} to {wording.percent(high)})"
        for name, done, n, share, low, high in rows[[*HOVER]].to_numpy().tolist()
    ]
    told = rows[["low", "high", "beside"]].assign(name=rows["issue_type"], value=rows["share"], hover=hover)
    return told.reset_index(drop=True)


def table(frame: pd.DataFrame, name: str, title: str, order: list[str] | None = None) -> pd.DataFrame:
    """One line a group with its denominators; order: that of plans."""
    rows = frame.assign(place=frame[name].map({own: at for at, own in enumerate(order or [])})).sort_values(
        "place", kind="stable", na_position="last"
    )
    few = rows["n"] < wording.FEWEST
    ends = _ends(rows)
    return pd.DataFrame({
        title: [wording.shown(own) if isinstance(own, str) else "Not told" for own in rows[name]],
        "Same day": (100 * rows["same_day"] / rows["n"].where(~few)).astype(float),
        "Between": [
            wording.TOO_FEW if small else f"{wording.percent(low)} to {wording.percent(high)}"
            for (low, high), small in zip(ends, few, strict=True)
        ],
        "Done": rows["same_day"], "Tickets": rows["n"], "Still open": rows["still_open"],
    }).reset_index(drop=True)  # fmt: skip


def asking(facts: pd.DataFrame, again: pd.DataFrame, same_day: pd.DataFrame) -> pd.DataFrame:
    """One row a client: signs that it wants it faster, who asks most first."""
    done = same_day[["client", "n", "same_day"]].rename(columns={"n": "day_told", "same_day": "day_done"})
    rows = facts.merge(again, on="client", how="left").merge(done, on="client", how="left")
    counts = ["with_subject", "again", "day_told", "day_done"]
    rows = rows.assign(**rows[counts].fillna(0))
    signs, of = rows["again"] + rows["reopened"], rows["with_subject"] + rows["ended"]
    return steadied_order(rows.assign(signs=signs, signs_of=of), "signs", "signs_of")


def candidates(rows: pd.DataFrame) -> tuple[pd.DataFrame, str]:
    """Clients without Premium, and the sentence about them."""
    own = rows[~rows["premium"].astype(bool)].reset_index(drop=True)
    most = own[own["beside"] == "over"]["client"].head(MOST_NAMED).tolist()
    return own, words.candidates(most, len(own), _signs(own))


def asks_most(rows: pd.DataFrame) -> str:
    """Who shows most signs of wanting it faster, with Premium or without."""
    return words.asks_most(rows[rows["beside"] == "over"]["client"].head(MOST_NAMED).tolist(), len(rows), _signs(rows))


def asking_table(rows: pd.DataFrame, currency: str, *, short: bool = False) -> pd.DataFrame:
    """As on screen; shares stand beside what they are of, and columns that nothing fills are folded away."""
    told = pd.DataFrame({
        "Client": rows["client"].map(wording.shown),
        "Plan": [wording.shown(tier) if isinstance(tier, str) else None for tier in rows["tier"]],
        "Tickets a month": rows["tickets_month"],
        "Asked again (of)": _of(rows["again"], rows["with_subject"]),
        "Reopened (of)": _of(rows["reopened"], rows["ended"]),
        "Beyond luck": rows["beside"].map({"over": "more", "under": "fewer", "": wording.DASH}),
        "Urgent (of)": _of(rows["urgent"], rows["priority_told"]),
        "On-site (of)": _of(rows["on_site"], rows["mode_told"]),
        "Same day (of)": _of(rows["day_done"], rows["day_told"]),
    })  # fmt: skip
    told[f"Premium would bring ({currency})"] = rows["surcharge_month"].astype(float)
    return (told[[*SHORT]] if short else told).dropna(axis="columns", how="all")


def _ends(rows: pd.DataFrame) -> list[tuple[float, float]]:
    """Intervals of shares, as wide as tickets in bunches make them."""
    told = zip(rows["same_day"], rows["n"], rows["scatter"], strict=True)
    return [wilson(done / wider, n / wider) for done, n, wider in told]


def _signs(rows: pd.DataFrame) -> list[str]:
    """The signs that this history tells."""
    return [name for name, of in words.SIGNS.items() if rows[of].sum()]


def _of(hits: pd.Series, tickets: pd.Series) -> list[str | None]:
    """Such as "12% (7 of 58)"; under 30 the counts alone."""
    return [
        None if not n else f"{_share(hit, n)}{wording.count(hit)} of {wording.count(n)}"
        for hit, n in zip(hits, tickets, strict=True)
    ]


def _share(hits: float, tickets: float) -> str:
    return "" if tickets < wording.FEWEST else f"{wording.percent(hits / tickets)}: "
