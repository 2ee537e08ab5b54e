"""Two classes on the same technicians, who are always there: in plain Python, and with SimPy."""

from collections.abc import Generator
from heapq import heapify, heappop, heappush, heapreplace
from typing import Any

import simpy


def heap_starts(arrives: list[float], hours: list[float], classes: list[int], technicians: int) -> list[float]:
    """When each ticket starts, with one heap of those who wait and one of when technicians are free: no event list."""
    free, waiting, starts = [0.0] * technicians, list[tuple[int, int]](), [0.0] * len(arrives)
    heapify(free)
    coming, now = 0, 0.0
    for _ in arrives:
        now = max(free[0], now if waiting else arrives[coming])
        while coming < len(arrives) and arrives[coming] <= now:
            heappush(waiting, (classes[coming], coming))
            coming += 1
        ticket = heappop(waiting)[1]
        starts[ticket] = now
        heapreplace(free, now + hours[ticket])
    return starts


def simpy_starts(arrives: list[float], hours: list[float], classes: list[int], technicians: int) -> list[float]:
    """When each ticket starts, each of them a process that asks for a technician by priority."""
    environment, starts = simpy.Environment(), [0.0] * len(arrives)
    desk = simpy.PriorityResource(environment, technicians)

    def ticket(number: int) -> Generator[simpy.Event, Any, None]:
        with desk.request(priority=classes[number]) as request:
            yield request
            starts[number] = environment.now
            yield environment.timeout(hours[number])

    def source() -> Generator[simpy.Event, Any, None]:
        for number, at in enumerate(arrives):
            yield environment.timeout(at - environment.now)
            environment.process(ticket(number))

    environment.process(source())
    environment.run()
    return starts
