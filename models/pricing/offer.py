"""Premium Response offered at several uptakes: what buyers would pay, and the hires that it causes."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from models.shares import Floats
from models.uptake import Bools, Buyers, Ints


@dataclass(frozen=True)
class Offer:
    """By uptake; `base` and `hires` (draws, uptakes): what each unit of the surcharge brings a month, and hires.

    without: buyers whose base is not known, and who so count as paying nothing (the most over the orders).
    """

    uptakes: Floats
    client_share: Floats
    ticket_share: Floats
    buyers: Ints
    without: Ints
    base: Floats
    hires: Floats

    @property
    def unpaid(self) -> Bools:
        """By uptake: whether nobody in most draws has a figure that brings anything."""
        return np.asarray((self.base > 0).mean(axis=0) < 0.5)

    def described(self) -> pd.DataFrame:
        """One row an uptake: its shares of clients and tickets, how many buy, and how many of them have no figure."""
        return pd.DataFrame({
            "uptake": self.uptakes, "client_share": self.client_share, "ticket_share": self.ticket_share,
            "buyers": self.buyers, "buyers_without": self.without,
        })  # fmt: skip


def offer(bases: pd.DataFrame, sold: Sequence[Buyers], hires: Floats) -> Offer:
    """Bases of `bases`, one Buyers an order, hires (draws, uptakes); draws and orders are paired in turn.

    Fewer technicians with Premium than without are noise of the draws, and count as no hire. Raises ValueError for
    hires of another shape.
    """
    drawn = np.asarray(hires, float)
    if drawn.ndim != 2 or not len(drawn) or drawn.shape[1] != len(sold[0].uptakes):
        raise ValueError("hires are one row a draw and one column an uptake")
    base = bases["base"].to_numpy(float)
    paid = np.array([np.nan_to_num(base) @ one.bought for one in sold])
    turns = np.arange(max(len(sold), len(drawn)))
    return Offer(
        uptakes=sold[0].uptakes,
        client_share=sold[0].client_share,
        ticket_share=np.asarray(np.mean([one.ticket_share for one in sold], axis=0), np.float64),
        buyers=np.asarray(sold[0].bought.sum(axis=0), np.int64),
        without=np.asarray(np.max([np.isnan(base) @ one.bought for one in sold], axis=0), np.int64),
        base=paid[turns % len(sold)],
        hires=np.maximum(drawn, 0)[turns % len(drawn)],
    )
