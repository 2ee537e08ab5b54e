"""The same tickets through Ciw, an independent discrete event simulator: its arrivals and services are told, not drawn."""

from collections.abc import Sequence
from typing import Any

import ciw
import numpy as np

from models.desk.kernel import Floats, Ints


class Told(ciw.dists.Distribution):  # type: ignore[misc]  # Ciw has no types
    """What each customer needs, by its number in order of arrival."""

    def __init__(self, hours: Floats) -> None:
        self.hours = hours.tolist()

    def sample(self, t: float | None = None, ind: Any = None) -> float:
        del t
        return float(self.hours[ind.id_number - 1])


class Instants(ciw.dists.Distribution):  # type: ignore[misc]  # Ciw has no types
    """Arrivals at told instants, and then no more.

    Ciw adds each gap to the instant before, so that it may come a rounding later than it was told.
    """

    def __init__(self, at: Floats) -> None:
        self.gaps = iter(np.diff(at, prepend=0.0).tolist())

    def sample(self, t: float | None = None, ind: Any = None) -> float:
        del t, ind
        return float(next(self.gaps, np.inf))


def simulated(arrives: Floats, hours: Floats, classes: Ints, staff: Any, until: float) -> ciw.Simulation:
    """All tickets through one node; class 0 goes first. staff: technicians, or a Ciw schedule."""
    names = [str(number) for number in range(int(classes.max()) + 1)]
    network = ciw.create_network(
        arrival_distributions={name: [Instants(arrives[classes == int(name)])] for name in names},
        service_distributions={name: [Told(hours)] for name in names},
        number_of_servers=[staff],
        priority_classes={name: int(name) for name in names},
    )
    simulation = ciw.Simulation(network)
    simulation.simulate_until_max_time(until)
    return simulation


def starts_and_ends(records: Sequence[Any], tickets: int) -> tuple[Floats, Floats]:
    """The first start and the last end of each ticket; not a number where Ciw has none."""
    starts, ends = np.full((2, tickets), np.nan)
    for record in sorted(records, key=lambda own: own.service_start_date):
        ticket = record.id_number - 1
        if np.isnan(starts[ticket]):
            starts[ticket] = record.service_start_date
        if record.record_type == "service":
            ends[ticket] = record.service_end_date
    return starts, ends


def ciw_desk(arrives: Floats, hours: Floats, classes: Ints, staff: Any, until: float = np.inf) -> tuple[Floats, Floats]:
    """Starts and ends of all tickets."""
    simulation = simulated(arrives, hours, classes, staff, until if until < np.inf else float(arrives[-1] + hours.sum()))
    return starts_and_ends(simulation.get_all_records(), len(arrives))
