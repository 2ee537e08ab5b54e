"""The desk as one would play it by hand: at each instant all who are free look through all that waits. No heaps."""

from dataclasses import dataclass, field

import numpy as np

from models.desk.kernel import Bytes, Crew, Flags, Hours, Work
from tests.models.desk.drawing import Outcome

NEVER = float("inf")


@dataclass
class Ticket:
    """What one ticket still needs, and what became of it."""

    number: int
    comes: float
    group: int
    first_key: float
    calendar: int
    hours: list[float]
    gaps: list[float]
    answered: float = NEVER
    done: float = NEVER

    def __post_init__(self) -> None:
        self.key = self.first_key


@dataclass
class Technician:
    """One technician's shifts and work."""

    able: list[bool]
    shifts: list[tuple[float, float]]
    busy_until: float = -NEVER
    worked: float = 0.0

    def free(self, now: float) -> bool:
        return self.busy_until <= now and any(begins <= now < ends for begins, ends in self.shifts)

    def works(self, now: float, hours: float, overtime: float) -> float:
        """When so much work begun now is done."""
        self.worked += hours
        self.busy_until = NEVER
        for begins, ends in self.shifts:
            if ends <= now:
                continue
            at = max(begins, now)
            if hours <= ends - at + overtime:
                self.busy_until = at + hours
                break
            hours -= ends - at
        return self.busy_until


@dataclass
class SlowDesk:
    """One lane."""

    crew: list[Technician]
    windows: list[list[tuple[float, float]]]
    overtime: float
    later_by: float
    coming: list[Ticket]
    waiting: list[Ticket] = field(default_factory=list)

    def run(self) -> None:
        now = -NEVER
        while (now := self.next_instant(now)) < NEVER:
            while self.takes_in(now) or self.starts(now):
                pass

    def next_instant(self, now: float) -> float:
        moments = [ticket.comes for ticket in self.coming]
        moments += [technician.busy_until for technician in self.crew]
        moments += [begins for technician in self.crew for begins, _ in technician.shifts]
        return min((moment for moment in moments if moment > now), default=NEVER)

    def takes_in(self, now: float) -> bool:
        here = [ticket for ticket in self.coming if ticket.comes <= now]
        self.waiting += here
        self.coming = [ticket for ticket in self.coming if ticket.comes > now]
        return bool(here)

    def starts(self, now: float) -> bool:
        """Whether somebody took something."""
        for technician in self.crew:
            can = [ticket for ticket in self.waiting if technician.able[ticket.group]]
            if technician.free(now) and can:
                self.work_on(min(can, key=lambda ticket: (ticket.key, ticket.number)), technician, now)
                return True
        return False

    def work_on(self, ticket: Ticket, technician: Technician, now: float) -> None:
        self.waiting.remove(ticket)
        ticket.answered = min(ticket.answered, now)
        ends, gap = technician.works(now, ticket.hours.pop(0), self.overtime), ticket.gaps.pop(0)
        if not ticket.hours:
            ticket.done = ends
        elif ends < NEVER:
            ticket.key = ticket.first_key + self.later_by
            ticket.comes = after(ends, gap, self.windows[ticket.calendar])
            self.coming.append(ticket)


def after(at: float, gap: float, windows: list[tuple[float, float]]) -> float:
    """The instant by which so many open hours have passed."""
    for begins, ends in windows if gap > 0 else []:
        if ends > at:
            at = max(at, begins)
            if gap <= ends - at:
                return at + gap
            gap -= ends - at
    return at


def played(work: Work, hours: Hours, crew: Crew, there: Flags, premium: Bytes) -> Outcome:
    """The same lane as run_lane plays it."""
    tickets = [_ticket(work, number, int(paid)) for number, paid in enumerate(premium)]
    technicians = [_technician(crew, who) for who in range(len(there))]
    windows = [list(zip(*pair, strict=True)) for pair in zip(hours.opens.tolist(), hours.closes.tolist(), strict=True)]
    present = [technician for technician, here in zip(technicians, there, strict=True) if here]
    SlowDesk(present, windows, crew.overtime, work.later_by, list(tickets)).run()
    told = [ticket.answered for ticket in tickets], [ticket.done for ticket in tickets], [own.worked for own in technicians]
    return Outcome(*(np.array(values, np.float64) for values in told))


def _ticket(work: Work, number: int, paid: int) -> Ticket:
    own = slice(work.first[number], work.first[number + 1])
    return Ticket(
        number, float(work.arrives[number]), int(work.group_of[paid, number]), float(work.key_of[paid, number]),
        int(work.calendar[number]), work.hours[own].tolist(), work.gap[own].tolist(),
    )  # fmt: skip


def _technician(crew: Crew, who: int) -> Technician:
    shifts = zip(crew.on[who].tolist(), crew.off[who].tolist(), strict=True)
    return Technician(crew.able[:, who].tolist(), [shift for shift in shifts if shift[0] < NEVER])
