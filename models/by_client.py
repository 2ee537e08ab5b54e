"""Which clients stand out beyond luck: late beside the goal and the others, and how much they ask for.

Luck is judged two-sided for all clients together (Holm), with the scatter from week to week that the history itself
shows: tickets come and go wrong in bunches, and a bad week is not twenty independent proofs.
"""

from math import ceil, floor, inf
from statistics import median

import numpy as np
import pandas as pd

from models.bunches import scatter
from models.shares import Floats, wilson
from models.tails import binomial_tail, holm, poisson_tail, rate_interval
from models.uptake import Bools

LEVEL = 0.05
FEWEST = 30
FEWEST_CLIENTS = 3


def late_league(facts: pd.DataFrame, weeks: pd.DataFrame, goal: float) -> pd.DataFrame:
    """Rows of `facts` (client, judged, late) beside the goal and the others; worst first, under 30 judged tickets last.

    Adds share, low, high; beside_goal, beside_rest: "over", "under" or "" where luck could explain it; and
    steadied_share, drawn towards the share of all clients by how few tickets it rests on. weeks: client, judged, late.
    """
    told = facts.reset_index(drop=True)
    late, judged = told["late"].to_numpy(float), told["judged"].to_numpy(float)
    wider = late_scatter(weeks, told["client"])
    enough = judged >= FEWEST
    ends = [wilson(hits / own, n / own) for hits, n, own in zip(late, judged, wider, strict=True)]
    frame = told.assign(
        share=_divided(late, judged),
        low=[low for low, _ in ends],
        high=[high for _, high in ends],
        steadied_share=_steadied_shares(late / wider, judged / wider),
        beside_goal=_sides(enough, late / np.maximum(judged, 1), goal, _beside_goal(late, judged, goal, wider)),
        beside_rest=_beside_rest(late, judged, enough, wider),
    )
    order = frame.assign(few=~enough).sort_values(
        ["few", "steadied_share", "client"], ascending=[True, False, True], kind="stable"
    )
    return order.drop(columns="few").reset_index(drop=True)


def demand_league(facts: pd.DataFrame, weeks: pd.DataFrame) -> pd.DataFrame:
    """Rows of `facts` (client, tickets, users, months) with users known, beside the middle client's rate (usual).

    months: those in which it was a client. Adds rate (a user and month), low, high, times; beside: "over", "under" or
    "" where luck could explain it. Who surely asks most comes first, by the lower end. weeks: client, block, opened.
    """
    told = facts[facts["users"] > 0].reset_index(drop=True)
    if len(told) < FEWEST_CLIENTS:
        return told.head(0).assign(**dict.fromkeys(("rate", "low", "high", "usual", "times"), 0.0), beside="")
    count, exposure = told["tickets"].to_numpy(float), (told["users"] * told["months"]).to_numpy(float)
    usual, wider = float(median(count / exposure)), opened_scatter(weeks, told["client"])
    chances = [
        poisson_tail(_towards(n, mean, own), mean / own)
        for n, mean, own in zip(count, usual * exposure, wider, strict=True)
    ]
    enough = (count >= FEWEST) | (usual * exposure >= FEWEST)
    ends = [rate_interval(*own) for own in zip(count, exposure, wider, strict=True)]
    frame = told.assign(
        rate=count / exposure, low=[low for low, _ in ends], high=[high for _, high in ends], usual=usual,
        times=count / exposure / usual if usual else inf, beside=_sides(enough, count / exposure, usual, chances),
    )  # fmt: skip
    return frame.sort_values(["low", "client"], ascending=[False, True], kind="stable").reset_index(drop=True)


def growth(weeks: pd.DataFrame, span: int) -> pd.DataFrame:
    """One row a client: tickets of the newest `span` blocks (recent) and of the span before, change, beyond_luck."""
    own = weeks[weeks["block"] < 2 * span]
    newer = own["opened"].where(own["block"] < span, 0)
    sums = own.assign(recent=newer, before=own["opened"] - newer).groupby("client")[["recent", "before"]].sum()
    both, scatter = sums.sum(axis=1).to_numpy(float), opened_scatter(own, sums.index.to_series())
    chances = [
        binomial_tail(*_fewer(new, n, 0.5, wider), 0.5)
        for new, n, wider in zip(sums["recent"], both, scatter, strict=True)
    ]
    enough = both >= FEWEST
    found = holm(np.where(enough, chances, 1.0).tolist(), LEVEL)
    change = _divided(sums["recent"].to_numpy(float), sums["before"].to_numpy(float)) - 1
    return sums.assign(change=change, beyond_luck=np.array(found, bool) & enough).reset_index()


def late_scatter(weeks: pd.DataFrame, clients: pd.Series) -> Floats:
    """How much more each client's late tickets vary than chance makes them; 1 is chance (models.bunches)."""
    return scatter(weeks.rename(columns={"client": "group", "judged": "tickets", "late": "hits"}), clients)


def opened_scatter(weeks: pd.DataFrame, clients: pd.Series) -> Floats:
    """How much more each client's tickets vary from week to week than chance makes them; 1 is chance.

    Found over all clients (a negative binomial by its moments). Weeks without a ticket count as none, from a client's
    first to the newest of all.
    """
    if weeks.empty:
        return np.ones(len(clients))
    every = range(int(weeks["block"].min()), int(weeks["block"].max()) + 1)
    counts = weeks.pivot_table(index="client", columns="block", values="opened", fill_value=0, aggfunc="sum")
    first = weeks.groupby("client")["block"].max().reindex(counts.index).to_numpy()
    table = counts.reindex(columns=every, fill_value=0).where(np.asarray(every) <= first[:, None])
    means, more = table.mean(axis=1), table.count(axis=1) - 1
    beyond = float((table.sub(means, axis=0) ** 2).div(means, axis=0).sum().sum()) - float(more.sum())
    swing = _ratio(beyond, float((means * more).sum()))
    return 1 + swing * clients.map(means).fillna(0).to_numpy(float)


def _ratio(above: float, below: float) -> float:
    return max(float(above / below), 0.0) if below > 0 else 0.0


def _beside_goal(late: Floats, judged: Floats, goal: float, scatter: Floats) -> list[float]:
    return [
        binomial_tail(*_fewer(hits, n, goal, own), goal) for hits, n, own in zip(late, judged, scatter, strict=True)
    ]


def _beside_rest(late: Floats, judged: Floats, enough: Bools, scatter: Floats) -> list[str]:
    """Each client beside all others together, whose own share is not known for certain either."""
    others, others_late = judged.sum() - judged, late.sum() - late
    usual = _divided(others_late + 0.5, others + 1)
    chances = [
        binomial_tail(*_fewer(hits, n, share, own * (1 + n / rest)), share) if rest >= FEWEST else 1.0
        for hits, n, share, rest, own in zip(late, judged, usual, others, scatter, strict=True)
    ]
    return _sides(enough, late / np.maximum(judged, 1), usual, chances)


def _fewer(hits: float, tickets: float, share: float, wider: float) -> tuple[int, int]:
    """So many independent tickets say as much as these, which come in bunches: fewer by as much as luck is wider."""
    n = round(tickets / wider)
    return min(_towards(hits, tickets * share, wider), n), n


def _towards(count: float, expected: float, wider: float) -> int:
    """A count of fewer tickets, rounded towards what is expected, so that rounding claims nothing."""
    return floor(count / wider + 1e-9) if count > expected else ceil(count / wider - 1e-9)


def _sides(enough: Bools, rates: Floats, usual: float | Floats, chances: list[float]) -> list[str]:
    """Half of the level for each of the two questions that are asked of a client."""
    asked = np.flatnonzero(enough)
    found = np.zeros(len(rates), bool)
    found[asked] = holm([chances[at] for at in asked], LEVEL / 2)
    over = rates > usual
    return [("over" if above else "under") if real else "" for real, above in zip(found, over, strict=True)]


def _steadied_shares(late: Floats, judged: Floats) -> Floats:
    """Shares drawn towards the common one by how little they differ beyond luck (a beta prior by its moments)."""
    tickets = judged.sum()
    if tickets == 0:
        return np.full(len(late), np.nan)
    common = late.sum() / tickets
    noise = common * (1 - common)
    seen = judged > 0
    shares = _divided(late, judged)
    free = tickets - (judged**2).sum() / tickets
    spread = np.nansum(judged[seen] * (shares[seen] - common) ** 2) - noise * (seen.sum() - 1)
    between = max(spread / free, 0.0) if free > 0 else 0.0
    if between == 0:
        return np.full(len(late), common)
    strength = max(noise / between - 1, 0.0)
    return np.asarray((late + strength * common) / np.maximum(judged + strength, 1e-9), np.float64)


def _divided(above: Floats, below: Floats) -> Floats:
    return np.asarray(np.divide(above, below, out=np.full(len(above), np.nan), where=below > 0), np.float64)


def beside_level(hits: pd.Series, tickets: pd.Series, level: float, wider: pd.Series) -> list[str]:
    """Each share beside one level: "over", "under" or "" where luck could explain it, all looked at together.

    wider: how much more each varies than as many independent tickets would (models.bunches).
    """
    done, n, more = (part.to_numpy(float) for part in (hits, tickets, wider))
    return _sides(n >= FEWEST, done / np.maximum(n, 1), level, _beside_goal(done, n, level, more))


def steadied_order(frame: pd.DataFrame, hits: str, tickets: str) -> pd.DataFrame:
    """Rows by their share of hits, drawn towards the common one, largest first, under 30 last; beside the rest.

    frame has `scatter`: how much more each row varies than as many independent tickets would.
    """
    done, n, wider = (frame[name].to_numpy(float) for name in (hits, tickets, "scatter"))
    beside = _beside_rest(done, n, n >= FEWEST, wider)
    told = frame.assign(steadied_share=_steadied_shares(done / wider, n / wider), beside=beside, few=n < FEWEST)
    order = told.sort_values(["few", "steadied_share", "client"], ascending=[True, False, True], kind="stable")
    return order.drop(columns="few").reset_index(drop=True)
