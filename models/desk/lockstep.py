"""The compiled desk once more, in NumPy alone, for machines without the compiler: all lanes go on together.

Each round, every lane takes in at most one ticket and starts at most one. The same instants come out as of the kernel,
to the last bit, since the same sums are taken in the same order.
"""

import numpy as np

from models.desk.hours import open_until
from models.desk.kernel import NEVER, Bytes, Crew, Flags, Floats, Hours, Ints, Promises, Work
from models.desk.queues import Away, Waiting

KINDS = 6  # counts a cell


def run_lanes_together(
    work: Work, hours: Hours, crew: Crew, there: Flags, premium: Bytes
) -> tuple[Floats, Floats, Floats]:
    """Answered and done, a row a lane and a column a ticket, and busy, a column a technician: as of run_lane.

    there: which technicians of the crew work, a row a lane. premium: 0 or 1, a row a lane and a column a ticket.
    """
    lanes = _Lanes(work, hours, crew, there, premium)
    while lanes.take_in() | lanes.start():
        pass
    return lanes.answered, lanes.done, lanes.busy


def tally_together(
    work: Work, hours: Hours, promises: Promises, premium: Bytes, answered: Floats, done: Floats, counts: Floats
) -> None:
    """Add lanes to counts[lane, row, premium, month], as tally_lane adds one."""
    counted = np.flatnonzero(promises.month >= 0)
    paid, lanes = premium[:, counted].astype(np.int64), np.arange(len(premium))[:, None]
    cell = ((lanes * counts.shape[1] + promises.row[counted]) * 2 + paid) * counts.shape[3] + promises.month[counted]
    begun, ended = answered[:, counted], done[:, counted]
    calendar = np.broadcast_to(work.calendar[counted], begun.shape)
    waited = open_until(hours, calendar.ravel(), begun.ravel()).reshape(begun.shape) - promises.opened[counted]
    response, resolution = promises.response_due[paid, counted], promises.resolution_due[paid, counted]
    kept = ~np.isnan(response), begun <= response, ~np.isnan(resolution), ended <= resolution
    for kind, values in enumerate((*kept[:2], np.ones_like(begun), waited, *kept[2:])):
        sums = np.bincount(cell.ravel(), values.ravel(), counts.size // KINDS)
        counts[..., kind] += sums.reshape(counts.shape[:-1])


class _Lanes:
    """Where every lane stands: its instant, who is free when, who waits, and who is away."""

    def __init__(self, work: Work, hours: Hours, crew: Crew, there: Flags, premium: Bytes) -> None:
        lanes, n = premium.shape
        self.work, self.hours, self.overtime, self.premium = work, hours, crew.overtime, premium
        self.able, self.able_of, self.groups = crew.able, crew.able.T.copy(), len(crew.able)
        # Nothing compares with what is not a number: a shift that never ends is never over.
        self.on, self.off = crew.on, np.where(crew.off < NEVER, crew.off, np.nan)
        self.shift = np.zeros(there.shape, np.int64)
        self.free = np.where(there, crew.on[:, 0], NEVER)
        self.until = np.where(there, self.off[:, 0], np.nan)
        self.now, self.coming = np.full(lanes, -NEVER), np.zeros(lanes, np.int64)
        self.arrives = np.append(work.arrives, NEVER)
        self.session = np.tile(work.first[:-1], (lanes, 1))
        self.rank, self.ticket_of = _ranks(work)
        self.waiting, self.away = Waiting(lanes * self.groups, self.rank.size), Away(lanes)
        self.answered, self.done = np.full((2, lanes, n), NEVER)
        self.busy = np.zeros(there.shape)

    def take_in(self) -> bool:
        """One ticket that comes or comes back, in each lane where that is next; whether there was any."""
        comes = self.arrives[self.coming]
        following = np.minimum(comes, self.away.following)
        lanes = np.flatnonzero((following <= self._next_start()[0]) & (following < NEVER))
        self.now[lanes] = following[lanes]
        returns = comes[lanes] > self.away.following[lanes]
        tickets = self.coming[lanes]
        tickets[returns] = self.away.take(lanes[returns])
        self.coming[lanes] += ~returns
        paid = self.premium[lanes, tickets]
        row = lanes * self.groups + self.work.group_of[paid, tickets]
        self.waiting.add(row, self.rank[2 * returns + paid, tickets])
        return len(lanes) > 0

    def start(self) -> bool:
        """One ticket taken by a technician, in each lane where that is next; whether there was any."""
        at, anybody = self._next_start()
        lanes = np.flatnonzero(at < np.minimum(self.arrives[self.coming], self.away.following))
        now, who = at[lanes], anybody[lanes]
        self.now[lanes] = now
        tickets = self._goes_first(lanes, who)
        session = self.session[lanes, tickets]
        self.session[lanes, tickets] += 1
        begins = session == self.work.first[tickets]
        self.answered[lanes[begins], tickets[begins]] = now[begins]
        self.busy[lanes, who] += self.work.hours[session]
        ends = self._worked_until(lanes, who, now, self.work.hours[session])
        self._on_duty_from(lanes, who, ends)
        self._leave(lanes, tickets, session, ends)
        return len(lanes) > 0

    def _next_start(self) -> tuple[Floats, Ints]:
        """The first instant at which somebody can take a waiting ticket, and who."""
        at = np.maximum(self.free, self.now[:, None])
        over = self.until <= at
        if over.any():
            lanes, who = np.nonzero(over)
            self._on_duty_from(lanes, who, at[over])
            at[over] = self.free[over]
        waits = self.waiting.first.reshape(-1, self.groups) < self.waiting.none
        at[~(waits @ self.able)] = NEVER
        return at.min(axis=1), at.argmin(axis=1)

    def _goes_first(self, lanes: Ints, who: Ints) -> Ints:
        """The ticket that each technician takes."""
        firsts = self.waiting.first.reshape(-1, self.groups)[lanes]
        group = np.where(self.able_of[who], firsts, self.waiting.none).argmin(axis=1)
        return self.ticket_of[self.waiting.take(lanes * self.groups + group)]

    def _worked_until(self, lanes: Ints, who: Ints, at: Floats, left: Floats) -> Floats:
        """When work begun at these instants is done, as the kernel pauses it."""
        shift, until = self.shift[lanes, who], self.until[lanes, who]
        while (over := left > until - at + self.overtime).any():
            left = np.where(over, left - np.maximum(until - at, 0.0), left)
            shift += over
            until, at = self.off[who, shift], np.where(over, self.on[who, shift], at)
        self.shift[lanes, who] = shift
        return at + left

    def _on_duty_from(self, lanes: Ints, who: Ints, at: Floats) -> None:
        """Move technicians to the first instant on duty from then on."""
        shift = self.shift[lanes, who]
        while (over := self.off[who, shift] <= at).any():
            shift += over
        self.shift[lanes, who], self.until[lanes, who] = shift, self.off[who, shift]
        self.free[lanes, who] = np.maximum(at, self.on[who, shift])

    def _leave(self, lanes: Ints, tickets: Ints, session: Ints, ends: Floats) -> None:
        """Tickets are done, or away until their next session."""
        last = session + 1 == self.work.first[tickets + 1]
        self.done[lanes[last], tickets[last]] = ends[last]
        back = ~last & (ends < NEVER)
        if back.any():
            again = _later(ends[back], self.work.gap[session[back]], self.work.calendar[tickets[back]], self.hours)
            self.away.add(lanes[back], tickets[back], again)


def _ranks(work: Work) -> tuple[Ints, Ints]:
    """The place in the order of all that can ever wait, a row for standard, premium, both come back; whose it is."""
    n = len(work.arrives)
    keys = np.concatenate([work.key_of, work.key_of + work.later_by]).ravel()
    order = np.lexsort((np.tile(np.arange(n), 4), keys))
    rank = np.empty(4 * n, np.int64)
    rank[order] = np.arange(4 * n)
    return rank.reshape(4, n), order % max(n, 1)


def _later(at: Floats, gap: Floats, calendar: Ints, hours: Hours) -> Floats:
    """The instants by which so many open hours have passed, summed as the kernel sums them."""
    place = hours.near[calendar, np.clip(at.astype(np.int64), 0, hours.near.shape[1] - 1)]
    while (over := hours.closes[calendar, place] <= at).any():
        place += over
    now, left = np.maximum(at, hours.opens[calendar, place]), gap
    while (over := left > hours.closes[calendar, place] - now).any():
        left = np.where(over, left - (hours.closes[calendar, place] - now), left)
        place += over
        now = np.where(over, hours.opens[calendar, place], now)
    return np.where(gap > 0, now + left, at)
