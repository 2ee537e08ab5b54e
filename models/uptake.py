"""Who buys Premium Response first: nested buyers by uptake, the same ones for the desk's demand and for the money."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


class Who(StrEnum):
    """Which clients buy first; busiest and smallest go by tickets, best_fit by what is paid for a ticket."""

    RANDOM = "random"
    BUSIEST = "busiest"
    SMALLEST = "smallest"
    BEST_FIT = "best_fit"


@dataclass(frozen=True)
class Buyers:
    """`bought` (clients, uptakes): who has bought at each uptake, and the shares of clients and of tickets."""

    uptakes: Floats
    bought: Bools
    client_share: Floats
    ticket_share: Floats


def orders(
    who: Who,
    tickets: Floats,
    *,
    pays: Floats | None = None,
    already: Bools | None = None,
    able: Bools | None = None,
    times: int = 1,
    seed: int = 0,
) -> Ints:
    """Positions of clients (orders, clients), first buyer first: `times` rows for random, one for any other.

    tickets: a month, by client; pays: the surcharge a month, for best_fit; already: who has it today, always first;
    able: who can buy at all, others come last.
    """
    if who is Who.RANDOM:
        ranks = np.random.default_rng(seed).random((times, len(tickets)))
    else:
        ranks = _ranks(who, tickets, pays)[None]
    later = np.zeros(len(tickets), bool) if already is None else ~already
    last = np.zeros(len(tickets), bool) if able is None else ~able
    keys = (ranks, *(np.broadcast_to(own, ranks.shape) for own in (last, later)))
    return np.asarray(np.lexsort(keys, axis=-1), np.int64)


def buyers(order: Ints, uptakes: Sequence[float], tickets: Floats, of: int | None = None) -> Buyers:
    """Who has bought at each uptake, a share of the first `of` clients, else of all; raises ValueError for no share."""
    shares = np.asarray(uptakes, float)
    if ((shares < 0) | (shares > 1)).any():
        raise ValueError("an uptake lies between 0 and 1")
    place = np.empty(len(order), np.int64)
    place[order] = np.arange(len(order))
    bought = place[:, None] < np.floor(shares * (len(order) if of is None else of) + 0.5 + 1e-9)
    return Buyers(shares, bought, _share(np.ones(len(order)), bought), _share(np.nan_to_num(tickets), bought))


def named_buyers(named: Bools, already: Bools, tickets: Floats) -> Buyers:
    """Nobody, then who has it today, then the named clients with them; steps that are alike are one."""
    steps = [np.zeros_like(named), already, named | already]
    bought = np.stack([one for at, one in enumerate(steps) if not at or one.sum() > steps[at - 1].sum()], axis=1)
    shares = _share(np.ones(len(named)), bought)
    return Buyers(shares, bought, shares, _share(np.nan_to_num(tickets), bought))


def _ranks(who: Who, tickets: Floats, pays: Floats | None) -> Floats:
    """Small ranks buy first; who cannot be ranked buys last."""
    if who is Who.BEST_FIT:
        if pays is None:
            raise ValueError("best_fit needs what each client would pay")
        with np.errstate(divide="ignore", invalid="ignore"):
            ranks = -pays / tickets
    else:
        ranks = tickets if who is Who.SMALLEST else -tickets
    return np.where(np.isnan(ranks), np.inf, ranks)


def _share(weights: Floats, bought: Bools) -> Floats:
    """Missing where there is nothing to have a share of."""
    total = weights.sum()
    return np.asarray(weights @ bought / total if total > 0 else np.full(bought.shape[1], np.nan), np.float64)
