"""What draws say of a figure: values that were drawn themselves, so that a number of hires stays whole."""

from dataclasses import dataclass
from math import ceil

import numpy as np

from models.shares import Floats

LOW, HIGH = 0.05, 0.95


@dataclass(frozen=True)
class Spread:
    """The middle draw and those between which nine in ten lie, for each column; missing where never reached."""

    low: Floats
    middle: Floats
    high: Floats

    def columns(self, name: str) -> dict[str, Floats]:
        """As three columns of a frame."""
        return {name: self.middle, f"{name}_low": self.low, f"{name}_high": self.high}

    def negative(self) -> "Spread":
        """The spread of the figure's opposite, such as a margin's from a loss's."""
        return Spread(0 - self.high, 0 - self.middle, 0 - self.low)


def spread(draws: Floats) -> Spread:
    """Over draws (draws, columns); a draw that is missing or infinite is worse than any other."""
    ordered = np.sort(np.where(np.isfinite(draws), draws, np.inf), axis=0)
    low, middle, high = (ordered[ceil(share * len(draws)) - 1] for share in (LOW, 0.5, HIGH))
    return Spread(*(np.where(np.isinf(values), np.nan, values) for values in (low, middle, high)))
