"""Draws that come out the same on every machine."""

import math
import random
from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate
from statistics import NormalDist
from typing import TypeVar

Item = TypeVar("Item")
BELL = NormalDist()
TAIL = 1e-4


class Dice:
    """One stream of chance for one purpose, so that a change in one part does not stir the others."""

    def __init__(self, seed: int, purpose: str) -> None:
        """Begin the stream of `purpose`."""
        # Only random() is used: of all the draws of the standard library it alone is promised to stay the same.
        self.share = random.Random(f"{seed}/{purpose}").random

    def chance(self, share: float) -> bool:
        """Whether a thing of this share happens."""
        return self.share() < share

    def whole(self, lowest: int, highest: int) -> int:
        """A whole number from lowest to highest, both included."""
        return lowest + int(self.share() * (highest - lowest + 1))

    def pick(self, items: Sequence[Item]) -> Item:
        """Any of the items."""
        return items[int(self.share() * len(items))]

    def weighted(self, weights: Sequence[float]) -> int:
        """The place of one of the weights, the heavier the likelier."""
        sums = list(accumulate(weights))
        return min(bisect_right(sums, self.share() * sums[-1]), len(sums) - 1)

    def stretch(self, spread: float) -> float:
        """A factor around 1, lognormal."""
        return math.exp(spread * BELL.inv_cdf(min(max(self.share(), TAIL), 1 - TAIL)))

    def count(self, mean: float) -> int:
        """A Poisson number."""
        number, left, floor = 0, self.share(), math.exp(-mean)
        while left > floor:
            number, left = number + 1, left * self.share()
        return number
