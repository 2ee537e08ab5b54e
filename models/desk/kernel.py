"""The compiled simulation of one desk: tickets wait, technicians on duty take them, work is paused overnight.

Times are hours on one wall clock. All compiled functions stand in this one file, because a compiled cache does not see
changes in other files.
"""

from collections.abc import Callable
from typing import Any, NamedTuple, TypeVar, cast

import numpy as np
from numpy.typing import NDArray

try:
    from numba import njit
except ImportError:  # no wheel for this machine: lockstep.py does the same work, more slowly
    njit: Any = None  # type: ignore[no-redef]

Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bytes = NDArray[np.uint8]
Flags = NDArray[np.bool_]
Function = TypeVar("Function", bound=Callable[..., Any])
NEVER = np.inf
COMPILED = njit is not None


class Hours(NamedTuple):
    """Business hours, a row a calendar: open windows, padded with infinity, and the open hours before each.

    near[calendar, hour]: the first window that closes after that hour began. The last window never closes.
    """

    near: Ints
    opens: Floats
    closes: Floats
    sums: Floats


class Work(NamedTuple):
    """What comes in, in order of arrival.

    key_of[premium, ticket]: who goes first, the smallest. group_of[premium, ticket]: its row of Crew.able. Ticket i has
    the sessions first[i] to first[i + 1] of `hours`; gap: business hours of its calendar until the next one. later_by:
    how much later in the order every session but the first one goes.
    """

    arrives: Floats
    key_of: Floats
    group_of: Bytes
    first: Ints
    hours: Floats
    gap: Floats
    calendar: Ints
    later_by: float


class Crew(NamedTuple):
    """Who works when: on and off duty, a row a technician, each ended by infinity; able[group, technician].

    overtime: hours of work that somebody finishes after the end of duty rather than leave it until the next.
    """

    on: Floats
    off: Floats
    able: Flags
    overtime: float


class Promises(NamedTuple):
    """What is judged of each ticket: its month (-1: not counted), the row of counts, and when its clocks are due.

    opened: business hours of its calendar at its arrival. Due instants: per premium and ticket, not a number where
    nothing is promised.
    """

    month: Ints
    row: Ints
    opened: Floats
    response_due: Floats
    resolution_due: Floats


def compiled(function: Function) -> Function:
    """The function as machine code that lets other threads run; itself where there is no compiler."""
    if not COMPILED:
        return function
    try:
        return cast("Function", njit(nogil=True, cache=True)(function))
    except RuntimeError:  # nowhere to keep the cache
        return cast("Function", njit(nogil=True)(function))


@compiled
def _window_at(t: float, near: Ints, closes: Floats) -> Any:
    """The first open window that closes after t, looked up from the hour that t lies in."""
    place = near[min(max(int(t), 0), near.shape[0] - 1)]
    while closes[place] <= t:
        place += 1
    return place


@compiled
def _open_until(t: float, calendar: int, hours: Hours) -> Any:
    """Open hours of a calendar from its first window until t."""
    place = _window_at(t, hours.near[calendar], hours.closes[calendar])
    return hours.sums[calendar, place] + max(t - hours.opens[calendar, place], 0.0)


@compiled
def _later(t: float, gap: float, calendar: int, hours: Hours) -> Any:
    """The instant by which so many open hours have passed since t; t itself for none."""
    if gap <= 0.0:
        return t
    opens, closes = hours.opens[calendar], hours.closes[calendar]
    place = _window_at(t, hours.near[calendar], closes)
    at = max(t, opens[place])
    while gap > closes[place] - at:
        gap -= closes[place] - at
        place += 1
        at = opens[place]
    return at + gap


@compiled
def _sooner(a: int, b: int, key: Floats) -> Any:
    return key[a] < key[b] or (key[a] == key[b] and a < b)


@compiled
def _push(heap: Ints, size: int, item: int, key: Floats) -> None:
    """Put an item into a heap of `size` items; the smallest key is on top, of equal keys the lower number."""
    place = size
    while place > 0 and _sooner(item, heap[(place - 1) // 2], key):
        heap[place] = heap[(place - 1) // 2]
        place = (place - 1) // 2
    heap[place] = item


@compiled
def _pop(heap: Ints, size: int, key: Floats) -> Any:
    """Take the top of a heap of `size` items."""
    top, last = heap[0], heap[size - 1]
    place, child = 0, 1
    while child < size - 1:
        if child + 1 < size - 1 and _sooner(heap[child + 1], heap[child], key):
            child += 1
        if not _sooner(heap[child], last, key):
            break
        heap[place] = heap[child]
        place, child = child, 2 * child + 1
    heap[place] = last
    return top


@compiled
def _on_duty_from(t: float, who: int, shift: Ints, crew: Crew) -> Any:
    """The first instant from t at which somebody is on duty; moves their shift forward."""
    while crew.off[who, shift[who]] <= t and shift[who] < crew.off.shape[1] - 1:
        shift[who] += 1
    return max(t, crew.on[who, shift[who]])


@compiled
def _worked_until(t: float, hours: float, who: int, shift: Ints, crew: Crew) -> Any:
    """When work begun at t is done: paused when the shift ends, unless no more than the overtime is left."""
    while hours > crew.off[who, shift[who]] - t + crew.overtime:
        hours -= max(crew.off[who, shift[who]] - t, 0.0)
        shift[who] += 1
        t = crew.on[who, shift[who]]
    return t + hours


@compiled
def _next_start(now: float, there: Flags, free: Floats, shift: Ints, sizes: Ints, crew: Crew) -> Any:
    """The first instant at which somebody can take a waiting ticket, and who; of several the first in the crew."""
    at, who = NEVER, -1
    for person in range(free.shape[0]):
        if not there[person]:
            continue
        if free[person] < now:
            free[person] = _on_duty_from(now, person, shift, crew)
        if free[person] < at:
            for group in range(sizes.shape[0]):
                if sizes[group] > 0 and crew.able[group, person]:
                    at, who = free[person], person
                    break
    return at, who


@compiled
def _goes_first(who: int, waiting: Ints, sizes: Ints, key: Floats, crew: Crew) -> Any:
    """The group whose first ticket this technician takes."""
    best = -1
    for group in range(sizes.shape[0]):
        mine = sizes[group] > 0 and crew.able[group, who]
        if mine and (best < 0 or _sooner(waiting[group, 0], waiting[best, 0], key)):
            best = group
    return best


@compiled
def run_lane(
    work: Work, hours: Hours, crew: Crew, there: Flags, premium: Bytes, answered: Floats, done: Floats, busy: Floats
) -> None:
    """One lane: fills answered and done (hours, per ticket; infinite for never) and busy (hours, per technician).

    there: which technicians of the crew work in this lane. premium: per ticket 0 or 1.
    """
    n, groups = work.arrives.shape[0], crew.able.shape[0]
    key, ready, sessions = np.empty(n), np.empty(n), np.zeros(n, np.int64)
    waiting, sizes = np.empty((groups, n), np.int64), np.zeros(groups, np.int64)
    away, away_size, coming, queued = np.empty(n, np.int64), 0, 0, 0
    shift, free = np.zeros(there.shape[0], np.int64), crew.on[:, 0].copy()
    busy[:], answered[:], done[:] = 0.0, NEVER, NEVER
    now = -NEVER
    # One piece on purpose: two helpers in this loop made it a third slower.
    while True:
        at, who = NEVER, -1
        if queued > 0:
            at, who = _next_start(now, there, free, shift, sizes, crew)
        comes = work.arrives[coming] if coming < n else NEVER
        returns = ready[away[0]] if away_size > 0 else NEVER
        if min(comes, returns) <= at:
            now = min(comes, returns)
            if now == NEVER:
                break
            if comes <= returns:
                ticket, coming = coming, coming + 1
                key[ticket] = work.key_of[premium[ticket], ticket]
            else:
                ticket, away_size = _pop(away, away_size, ready), away_size - 1
                key[ticket] = work.key_of[premium[ticket], ticket] + work.later_by
            group = work.group_of[premium[ticket], ticket]
            _push(waiting[group], sizes[group], ticket, key)
            sizes[group] += 1
            queued += 1
            continue
        now = at
        group = _goes_first(who, waiting, sizes, key, crew)
        ticket = _pop(waiting[group], sizes[group], key)
        sizes[group] -= 1
        queued -= 1
        session = work.first[ticket] + sessions[ticket]
        if sessions[ticket] == 0:
            answered[ticket] = now
        sessions[ticket] += 1
        busy[who] += work.hours[session]
        ends = _worked_until(now, work.hours[session], who, shift, crew)
        free[who] = _on_duty_from(ends, who, shift, crew)
        if session + 1 == work.first[ticket + 1]:
            done[ticket] = ends
        elif ends < NEVER:
            ready[ticket] = _later(ends, work.gap[session], work.calendar[ticket], hours)
            _push(away, away_size, ticket, ready)
            away_size += 1


@compiled
def tally_lane(
    work: Work, hours: Hours, promises: Promises, premium: Bytes, answered: Floats, done: Floats, counts: Floats
) -> None:
    """Add a lane to counts[row, premium, month].

    Those are responses promised and kept, tickets, business hours until their response, resolutions promised and kept.
    What never ends is promised and not kept.
    """
    for ticket in range(answered.shape[0]):
        if promises.month[ticket] < 0:
            continue
        paid = premium[ticket]
        own = counts[promises.row[ticket], paid, promises.month[ticket]]
        if not np.isnan(promises.response_due[paid, ticket]):
            own[0] += 1
            own[1] += answered[ticket] <= promises.response_due[paid, ticket]
        own[2] += 1
        if answered[ticket] < NEVER:
            own[3] += _open_until(answered[ticket], work.calendar[ticket], hours) - promises.opened[ticket]
        else:
            own[3] = NEVER
        if not np.isnan(promises.resolution_due[paid, ticket]):
            own[4] += 1
            own[5] += done[ticket] <= promises.resolution_due[paid, ticket]
