"""Closed forms of a desk that never closes: what the simulation is checked against, and the field's own rules.

Rates and times are in one unit, hours unless told otherwise; `load` is arrival rate times handle time (erlangs).
Erlang (1917) for the desk without priorities; Cobham (1954), Operations Research 2:70, for the mean waits of classes
that go first without interrupting; Allen and Cunneen's factor for handle times that are not exponential.
"""

import math
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
Complexes = NDArray[np.complex128]
# Abate and Whitt's own choice: the sum's error stays near 1e-8.
DAMPING, PLAIN_TERMS, AVERAGED_TERMS = 18.4, 15, 11


def erlang_b(technicians: int, load: float) -> float:
    """The share of callers who find everybody busy where nobody waits."""
    blocked = 1.0
    for busy in range(1, technicians + 1):
        blocked = load * blocked / (busy + load * blocked)
    return blocked


def erlang_c(technicians: int, load: float) -> float:
    """The share of tickets that have to wait."""
    if load >= technicians:
        return 1.0
    blocked = erlang_b(technicians, load)
    return technicians * blocked / (technicians - load * (1 - blocked))


def service_level(technicians: int, load: float, handle: float, target: float) -> float:
    """The share of tickets answered within the target, first come first served."""
    if load >= technicians:
        return 0.0
    return 1 - erlang_c(technicians, load) * math.exp(-(technicians - load) * target / handle)


def mean_wait(technicians: int, load: float, handle: float) -> float:
    """The average speed of answer, those who need not wait counted with 0."""
    if load >= technicians:
        return math.inf
    return erlang_c(technicians, load) * handle / (technicians - load)


def technicians_for(load: float, handle: float, target: float, share: float) -> int:
    """The smallest number of technicians who answer this share of tickets within the target, by Erlang C."""
    if not 0 <= share < 1:
        raise ValueError(f"A share of {share:g} answered in time is none that any number of technicians can keep.")
    technicians = math.floor(load) + 1
    while service_level(technicians, load, handle, target) < share:
        technicians += 1
    return technicians


def rule_of_thumb(hours_a_ticket: float, tickets_a_week: float, week: float = 40.0, busy_share: float = 0.75) -> float:
    """Technicians by the field's rule: hours of work a week, over a week's hours, over their share that is work."""
    return hours_a_ticket * tickets_a_week / week / busy_share


def mean_waits(rates: Sequence[float], handle: float, technicians: int, scv: float = 1.0) -> Floats:
    """Cobham's mean wait of each class, the one that goes first first; infinite for a class that is never reached.

    scv: squared coefficient of variation of handle times. Exact for one technician, and for scv 1; else an estimate.
    """
    used = np.cumsum([0.0, *rates]) * handle / technicians
    first = erlang_c(technicians, sum(rates) * handle) * handle / technicians * (1 + scv) / 2
    room = np.maximum(1 - used, 0.0)
    with np.errstate(divide="ignore"):
        return np.asarray(first / (room[:-1] * room[1:]), np.float64)


def late_shares(rates: Sequence[float], handle: float, technicians: int, waits: Sequence[float]) -> Floats:
    """The share of each class (rows) that waits longer than each of `waits`; exponential handle times.

    A class waits while the classes before it keep everybody busy: Davis (1966), Operations Research 14:133; Kella and
    Yechiali (1985), Naval Research Logistics Quarterly 32:257.
    """
    waiting = erlang_c(technicians, sum(rates) * handle)
    served, before = technicians / handle, np.cumsum([0.0, *rates])
    after = [[_survival(*pair, served, wait) for wait in waits] for pair in pairwise(before)]
    return np.asarray(waiting * np.array(after, np.float64))


def _survival(before: float, until: float, served: float, wait: float) -> float:
    """The share of those who wait at all that waits longer; `before` and `until`: rates without and with the class."""
    if until >= served or wait <= 0:
        return 1.0
    if before == 0:
        return math.exp(-(served - until) * wait)

    def transform(s: Complexes) -> Complexes:
        sum_of_rates = s + before + served
        busy_period = (sum_of_rates - np.sqrt(sum_of_rates**2 - 4 * before * served)) / (2 * before)
        slowed = s + before * (1 - busy_period)
        return np.asarray(slowed / (served - until + slowed) / s, np.complex128)

    return min(1.0, max(0.0, _inverted(transform(_abscissae(wait)), wait)))


def _abscissae(t: float) -> Complexes:
    """Where a Laplace transform is read to invert it at t."""
    return np.asarray((DAMPING + 2j * np.pi * np.arange(PLAIN_TERMS + AVERAGED_TERMS + 1)) / (2 * t), np.complex128)


def _inverted(transform: Complexes, t: float) -> float:
    """Euler's summation of an alternating series: Abate and Whitt (1995), ORSA Journal on Computing 7:36."""
    terms = transform.real * (-1.0) ** np.arange(len(transform))
    terms[0] /= 2
    sums = np.cumsum(terms)[PLAIN_TERMS:] * math.exp(DAMPING / 2) / t
    weights = [math.comb(AVERAGED_TERMS, term) / 2**AVERAGED_TERMS for term in range(AVERAGED_TERMS + 1)]
    return float(sums @ weights)
