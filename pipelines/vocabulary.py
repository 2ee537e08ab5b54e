"""One name for one thing: the words that code, SQL, screens and documents share."""

from enum import StrEnum


class Clock(StrEnum):
    """What is timed."""

    FIRST_RESPONSE = "first_response"
    RESOLUTION = "resolution"


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
