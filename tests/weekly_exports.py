"""The weekly exports of a made-up firm, drawn by a seed: each holds what changed in four weeks, and all that is open."""

import random
from dataclasses import dataclass
from datetime import datetime, timedelta

FIRST_MONDAY = datetime(2025, 3, 3, 9, 0)
REACH = timedelta(weeks=4)
CLIENTS = ("Alder Dental", "Bexley Motors", "Cobham Foods", "Dunmore Estates")
ISSUES = ("Password reset", "Printer fault", "Email", "New laptop")
HEADER = "ticket_id,opened_at,first_response_at,resolved_at,updated_at,client,issue_type,work_mode,technician,status,subject"


@dataclass(frozen=True)
class Drawn:
    """A ticket as it will have been in the end."""

    number: int
    client: str
    issue: str
    opened_at: datetime
    answered_at: datetime
    resolved_at: datetime

    def as_of(self, moment: datetime) -> str:
        """Its row in an export of that moment."""
        answered, resolved = (_until(at, moment) for at in (self.answered_at, self.resolved_at))
        status = "Closed" if resolved else "In progress" if answered else "New"
        cells = (
            f"T-{self.number:06d}", f"{self.opened_at:%Y-%m-%d %H:%M}", answered, resolved, f"{self.touched(moment):%Y-%m-%d %H:%M}",
            self.client, self.issue, "on_site" if self.number % 4 == 0 else "remote", "Priya", status, f"{self.issue} at {self.client}",
        )  # fmt: skip
        return ",".join(cells)

    def touched(self, moment: datetime) -> datetime:
        """When it changed last, as seen then."""
        return max(at for at in (self.opened_at, self.answered_at, self.resolved_at) if at <= moment)

    def belongs(self, moment: datetime) -> bool:
        """Whether an export of that moment has it."""
        return self.opened_at <= moment and (self.resolved_at > moment or self.touched(moment) > moment - REACH)


def drawn(weeks: int, a_week: int, seed: int = 7) -> list[Drawn]:
    """Tickets of so many weeks; most take hours, one in ten takes weeks."""
    dice = random.Random(seed)
    return [_ticket(dice, number, number // a_week) for number in range(weeks * a_week)]


def export(tickets: list[Drawn], week: int) -> str:
    """What the tool gives out at the end of a week."""
    moment = FIRST_MONDAY + timedelta(weeks=week, days=5)
    return "\n".join([HEADER, *(ticket.as_of(moment) for ticket in tickets if ticket.belongs(moment))]) + "\n"


def _ticket(dice: random.Random, number: int, week: int) -> Drawn:
    opened = FIRST_MONDAY + timedelta(weeks=week, days=dice.randrange(5), minutes=dice.randrange(480))
    answered = opened + timedelta(minutes=dice.randrange(5, 300))
    lasts = timedelta(days=dice.randrange(7, 60)) if dice.random() < 0.1 else timedelta(minutes=dice.randrange(20, 3000))
    return Drawn(number, dice.choice(CLIENTS), dice.choice(ISSUES), opened, answered, answered + lasts)


def _until(at: datetime, moment: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M}" if at <= moment else ""
