"""Tables of tickets as ticket tools export them, with what a reader must make of each; the same for the same seed."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from random import Random

Value = str | float | datetime | None

ISO = "%Y-%m-%d %H:%M"
INSTANTS = ("opened_at", "first_response_at", "resolved_at")
DECIMALS = ("distance_km", "hands_on_minutes")


@dataclass(frozen=True)
class Shape:
    """The columns of one kind of export: a header and our field for each; hours are minutes of ours divided by 60."""

    name: str
    columns: tuple[tuple[str, str], ...]
    in_hours: tuple[str, ...] = ()


SHAPES = (
    Shape("template", tuple((field, field) for field in (
        "ticket_id", "opened_at", "client", "issue_type", "tier", "priority", "status", "first_response_at",
        "resolved_at", "distance_km", "hands_on_minutes", "technician", "subject",
    ))),
    Shape("report view", (
        ("TicketNbr", "ticket_id"), ("date_entered", "opened_at"), ("company_name", "client"), ("ServiceType", "issue_type"),
        ("agreement_name", "tier"), ("Severity", "priority"), ("Status_Description", "status"), ("Summary", "subject"),
        ("Date_Responded_UTC", "first_response_at"), ("Date_Resolved_UTC", "resolved_at"), ("Hours_Actual", "hands_on_minutes"),
        ("Ticket_Owner", "technician"),
    ), in_hours=("hands_on_minutes",)),
    Shape("grid", (
        ("Ticket #", "ticket_id"), ("Summary", "subject"), ("Company", "client"), ("Status", "status"), ("Priority", "priority"),
        ("Date Entered", "opened_at"), ("Date_Resolved_UTC", "resolved_at"), ("Type", "issue_type"), ("Resources", "technician"),
    )),
)
CLIENTS = (
    "Acme Ltd", "Müller & Söhne GmbH", "Smith, Jones and Partners", "O'Brien's Bakery", "Café Zürich; Filiale 2", "Łódź Logistics",
    'Big "Red" Barn', "007 Security", "Nord|Süd Handel", "Total Gas Ltd", "Fjällräven Öst", "A/S Havnens Køl",
)
PEOPLE = ("Anna B.", "J. O'Neill", "Søren", "Zoë, 2nd level", "Max Weiß", "")
ISSUES = ("Email", "Printer", "Password reset", "VPN", 'Laptop 15"', "Server / Backup")
TIERS = ("Silver", "Gold", "Platinum")
STATUSES = ("Open", "In progress", "Resolved", "Closed", "Waiting for client", "New")
SUBJECTS = (
    "Printer broken", "Password, again", 'The screen says "Error 5"; what now?', "Outlook hängt seit heute früh", "Can't log in",
    "Bitte um Rückruf: +49 30 123456", "Laptop 🔥 smells 🙈", "Disk full (95 %), 12,5 GB left", "0042", "1,234 mails stuck", "it's the \"VPN\"",
    "Mouse | keyboard", "VoIP\tcuts out", "C:\\temp is full", "Hello,\nthe printer is broken, again\n\nThanks, Zoë", "First line\nsecond line",
    "Re: Fw: AW: offer; price, date", "x" * 600, "日本語のメール", "New user: Ana Ñandú", "",
)
ID_STYLES = ("T-{}", "{:07d}", "#{}", "INC{:07d}", "SR-2025/{}")


@dataclass
class Ticket:
    """What a reader must make of one line: for each field the values that are right, the truest first.

    mark: the number as the line writes it. lost: the number cannot be known, so the line must be listed. cut: the file
    ends inside the line.
    """

    mark: str
    values: dict[str, tuple[Value, ...]]
    lost: bool = False
    cut: bool = False

    def also(self, field: str, *values: Value) -> None:
        """Take these readings for right, too."""
        self.values[field] += values


@dataclass
class Table:
    """A table before anything happens to it."""

    shape: Shape
    header: list[str]
    fields: list[str]
    rows: list[list[str]]
    tickets: list[Ticket]


def table(dice: Random) -> Table:
    """A table of 20 to 200 tickets."""
    shape = dice.choice(SHAPES)
    columns = list(shape.columns)
    if dice.random() < 0.4:
        dice.shuffle(columns)
    fields = [field for _, field in columns]
    style, first = dice.choice(ID_STYLES), dice.randrange(1000, 60_000)
    truths = [_truth(dice, style.format(first + place)) for place in range(dice.choice((20, 20, 24, 30, 40, 60, 100, 200)))]
    rows = [[_cell(field, truth[field], shape) for field in fields] for truth in truths]
    tickets = [Ticket(str(truth["ticket_id"]), {field: (truth[field],) for field in fields}) for truth in truths]
    return Table(shape, [title for title, _ in columns], fields, rows, tickets)


def _truth(dice: Random, number: str) -> dict[str, Value]:
    opened_at = datetime(2025, 1, 6, 8) + timedelta(minutes=dice.randrange(0, 150 * 24 * 60))
    response = opened_at + timedelta(minutes=dice.randrange(1, 900))
    ended = dice.random() < 0.7
    return {
        "ticket_id": number,
        "opened_at": opened_at,
        "first_response_at": response if dice.random() < 0.8 else None,
        "resolved_at": response + timedelta(minutes=dice.randrange(0, 9000)) if ended else None,
        "client": dice.choice(CLIENTS),
        "issue_type": dice.choice(ISSUES),
        "tier": dice.choice(TIERS),
        "priority": dice.choice(("P1", "P2", "P3", "1 - High", "")) or None,
        "status": "Resolved" if ended else dice.choice(STATUSES[:2] + STATUSES[4:]),
        "distance_km": dice.choice((0.5, 3.0, 12.4, 27.75, 103.0)) if dice.random() < 0.7 else None,
        "hands_on_minutes": float(dice.choice((15, 30, 45, 60, 90, 1200))) if ended else None,
        "technician": dice.choice(PEOPLE) or None,
        "subject": dice.choice(SUBJECTS) or None,
    }


def _cell(field: str, value: Value, shape: Shape) -> str:
    if isinstance(value, datetime):
        return value.strftime(ISO)
    if isinstance(value, float):
        return f"{value / 60 if field in shape.in_hours else value:g}"
    return value or ""
