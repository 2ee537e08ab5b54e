"""What each client gets beside what its plan promises, and beside the next higher plan."""

from collections.abc import Sequence

import pandas as pd

from dashboard import wording
from dashboard.wording import plan_fit as words
from models.by_client import beside_level
from models.shares import wilson

MOST_NAMED = 3


def neighbours(order: Sequence[str], known: Sequence[str]) -> list[tuple[str, str]]:
    """Each plan with the next higher one; the highest with itself."""
    own = [tier for tier in order if tier in set(known)]
    return list(zip(own, [*own[1:], *own[-1:]], strict=True)) if len(own) > 1 else []


def rows(pairs: Sequence[tuple[str, str]], judged: Sequence[pd.DataFrame], level: float) -> pd.DataFrame:
    """One row a client and plan of enough tickets; judged: what each pair's re-score says."""
    frames = [frame.assign(tier=own, next=above) for (own, above), frame in zip(pairs, judged, strict=True)]
    told = pd.concat(frames, ignore_index=True)
    told = told[told["client"].notna() & (told["n_then"] >= wording.FEWEST)].reset_index(drop=True)
    keeps, would = told["n_then"] - told["breached_then"], told["n"] - told["breached"]
    wider = told["scatter"]
    over = beside_level(would, told["n"], level, wider)
    above = [side == "over" and own != after for side, own, after in zip(over, told["tier"], told["next"], strict=True)]
    below = [side == "under" for side in beside_level(keeps, told["n_then"], level, wider)]
    fit = [words.BELOW if less else words.ABOVE if more else "" for more, less in zip(above, below, strict=True)]
    told = told.assign(keeps=keeps, would=would, fit=fit, fine=[not one for one in fit])
    return told.sort_values(["fine", "fit", "client"], ascending=[True, False, True], ignore_index=True)


def sentence(told: pd.DataFrame, level: float) -> str:
    """Whose plan does not fit."""
    if told.empty:
        return words.TOO_FEW
    above, below = (told[told["fit"] == one]["client"].tolist() for one in (words.ABOVE, words.BELOW))
    more_above, more_below = (max(len(names) - MOST_NAMED, 0) for names in (above, below))
    return words.found(above[:MOST_NAMED], below[:MOST_NAMED], more_above, more_below, level)


def table(told: pd.DataFrame) -> pd.DataFrame:
    """As on screen: shares with their intervals and what they are of."""
    highest = told["tier"] == told["next"]
    return pd.DataFrame({
        "Client": told["client"].map(wording.shown), "Plan": told["tier"].map(wording.shown),
        "Fit": told["fit"].replace("", wording.DASH),
        "Keeps its plan": 100 * told["keeps"] / told["n_then"],
        "Between": _between(told["keeps"], told["n_then"], told["scatter"]), "Tickets": told["n_then"],
        "Next plan": told["next"].map(wording.shown).mask(highest),
        "Would keep": (100 * told["would"] / told["n"].where((told["n"] > 0) & ~highest)).astype(float),
        "So between": pd.Series(_between(told["would"], told["n"], told["scatter"]), index=told.index).mask(highest),
    })  # fmt: skip


def _between(hits: pd.Series, tickets: pd.Series, wider: pd.Series) -> list[str]:
    ends = [wilson(hit / more, n / more) for hit, n, more in zip(hits, tickets, wider, strict=True)]
    return [f"{wording.percent(low)} to {wording.percent(high)}" for low, high in ends]
