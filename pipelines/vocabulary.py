"""One name for one thing: the words that code, SQL, screens and documents share."""

from enum import StrEnum


class Clock(StrEnum):
    """What is timed."""

    FIRST_RESPONSE = "first_response"
    RESOLUTION = "resolution"


class ClockState(StrEnum):
    """A clock against its target; exactly one holds for each row of `ticket_clock`."""

    MET = "met"
    BREACHED = "breached"
    OPEN_INSIDE = "open_inside"
    NO_TARGET = "no_target"
    END_UNKNOWN = "end_unknown"


class Outcome(StrEnum):
    """What became of a record of a file; over a file they sum to its records."""

    NEW = "new"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    SUPERSEDED = "superseded"
    FOLDED = "folded"
    DUPLICATE = "duplicate"
    EXCLUDED = "excluded"
    TOTALS_ROW = "totals row"
    ERASED_BEFORE = "erased before"
    QUARANTINED = "quarantined"


class TicketState(StrEnum):
    """What a status of the ticket tool means for the clocks."""

    OPEN = "open"
    PAUSED = "paused"
    RESOLVED = "resolved"
    CLOSED = "closed"
    EXCLUDED = "excluded"


class FileKind(StrEnum):
    """What a row of a file is."""

    TICKETS = "tickets"
    UPDATES = "updates"
    EVENTS = "events"
    STATUS_HISTORY = "status_history"
    CLIENTS = "clients"
    TARGETS = "targets"


class TargetUnit(StrEnum):
    """How the owner wrote a target."""

    BUSINESS_MINUTES = "business_minutes"
    BUSINESS_HOURS = "business_hours"
    BUSINESS_DAYS = "business_days"
