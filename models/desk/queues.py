"""The queues of many lanes at once: tickets that wait in an order known beforehand, and tickets that are away.

Every call serves at most one ticket in each of the rows or lanes that it names.
"""

import numpy as np
from numpy.typing import NDArray

from models.desk.kernel import NEVER, Floats, Ints

ONE = np.uint64(1)
BITS, MASK = 6, 63  # a word holds 2 ** 6 ranks


class Waiting:
    """Who waits, a row a lane and group, as one bit for every rank in the order in which tickets can go.

    A tree of words: a bit of an upper level says that the word below it is not empty, so that the first of many
    thousands is found in three steps. `first`: the first rank of each row, `none` where nobody waits.
    """

    def __init__(self, rows: int, ranks: int) -> None:
        self.none = max(ranks, 1)
        self.first: Ints = np.full(rows, self.none)
        self.levels: list[NDArray[np.uint64]] = []
        width = self.none
        while width > 1 or not self.levels:
            width = -(-width // (MASK + 1))
            self.levels.append(np.zeros((rows, width), np.uint64))

    def add(self, rows: Ints, ranks: Ints) -> None:
        """One rank to each of the rows."""
        self.first[rows] = np.minimum(self.first[rows], ranks)
        for words in self.levels:
            words[rows, ranks >> BITS] |= _bit(ranks)
            ranks = ranks >> BITS

    def take(self, rows: Ints) -> Ints:
        """The first rank of each of the rows, which then waits no longer."""
        taken = ranks = self.first[rows]
        left = rows
        for words in self.levels:
            words[left, ranks >> BITS] &= ~_bit(ranks)
            emptied = words[left, ranks >> BITS] == 0
            left, ranks = left[emptied], ranks[emptied] >> BITS
        self.first[rows] = self.none
        still = rows[self.levels[-1][rows, 0] > 0]
        self.first[still] = self._found(still)
        return taken

    def _found(self, rows: Ints) -> Ints:
        place = np.zeros(len(rows), np.int64)
        for words in reversed(self.levels):
            word = words[rows, place]
            place = (place << BITS) + np.bitwise_count((word & -word) - ONE)
        return place


class Away:
    """Who comes back when, in no order; `following`: when the first of each lane does."""

    def __init__(self, lanes: int) -> None:
        self.ready: Floats = np.full((lanes, 8), NEVER)
        self.tickets: Ints = np.zeros((lanes, 8), np.int64)
        self.size: Ints = np.zeros(lanes, np.int64)
        self.following: Floats = np.full(lanes, NEVER)

    def add(self, lanes: Ints, tickets: Ints, at: Floats) -> None:
        """One ticket to each of the lanes."""
        place = self.size[lanes]
        if place.max() == self.ready.shape[1]:
            self.ready = np.hstack([self.ready, np.full_like(self.ready, NEVER)])
            self.tickets = np.hstack([self.tickets, self.tickets])
        self.ready[lanes, place], self.tickets[lanes, place] = at, tickets
        self.size[lanes] += 1
        self.following[lanes] = np.minimum(self.following[lanes], at)

    def take(self, lanes: Ints) -> Ints:
        """The ticket of each of the lanes that comes back first, of several the lowest."""
        used = int(self.size[lanes].max(initial=0))
        first = self.ready[lanes, :used] == self.following[lanes, None]
        place = np.where(first, self.tickets[lanes, :used], np.iinfo(np.int64).max).argmin(axis=1) if used else lanes
        taken: Ints = self.tickets[lanes, place]
        self.size[lanes] -= 1
        self.ready[lanes, place] = self.ready[lanes, self.size[lanes]]
        self.tickets[lanes, place] = self.tickets[lanes, self.size[lanes]]
        self.ready[lanes, self.size[lanes]] = NEVER
        self.following[lanes] = self.ready[lanes, :used].min(axis=1, initial=NEVER)
        return taken


def _bit(ranks: Ints) -> NDArray[np.uint64]:
    return np.asarray(ONE << (ranks & MASK).astype(np.uint64))
