"""What happens next."""

import heapq
from collections.abc import Callable
from typing import Any

Event = Callable[[int], Any]


class Agenda:
    """Events in order of time; those of the same second in the order in which they were written."""

    def __init__(self) -> None:
        """Begin with nothing planned."""
        self._heap: list[tuple[int, int, Event]] = []
        self._written = 0

    def at(self, instant: int, event: Event) -> None:
        """Plan an event."""
        self._written += 1
        heapq.heappush(self._heap, (instant, self._written, event))

    def run(self, until: int) -> None:
        """Let everything happen up to and including an instant."""
        while self._heap and self._heap[0][0] <= until:
            instant, _, event = heapq.heappop(self._heap)
            event(instant)
