"""What a row of an unknown export can be, and the fields that each kind of row can fill."""

from collections.abc import Mapping

from pipelines.intake import fields
from pipelines.mapping.columns import Column
from pipelines.mapping.fits import repeats
from pipelines.vocabulary import FileKind

WANTED = ("client", "issue_type", "tier", "priority", "status", "first_response_at", "resolved_at")
OTHER = (
    "closed_at", "reopened_at", "updated_at", "site", "issue_kind", "sub_type", "impact", "urgency", "work_mode",
    "technician", "support_level", "hands_on_minutes", "travel_minutes", "paused_minutes", "first_response_minutes",
    "resolution_minutes", "distance_km", "mileage_km", "drive_minutes", "latitude", "longitude", "postcode",
    "reopen_count", "first_response_due_at", "resolution_due_at", "vendor_met", "subject", "channel", "merged_into",
    "excluded",
)  # fmt: skip
OF_A_CLIENT = (
    "site", "calendar", "timezone", "distance_km", "drive_minutes", "latitude", "longitude", "postcode", "users",
    "monthly_fee", "premium_since",
)  # fmt: skip
REST = {
    FileKind.TICKETS: (*WANTED, *OTHER),
    FileKind.UPDATES: (*WANTED, *OTHER),
    FileKind.EVENTS: ("opened_at", *WANTED, *OTHER),
    FileKind.STATUS_HISTORY: ("technician",),
    FileKind.CLIENTS: OF_A_CLIENT,
}
ROWS_THAT_TELL = 20


def required(kind: FileKind) -> tuple[str, ...]:
    """The fields that a kind of file cannot do without."""
    return fields.REQUIRED[kind]


def offered(kind: FileKind) -> tuple[str, ...]:
    """Every field that a kind of file can fill, those it cannot do without first."""
    first = required(kind)
    return first + tuple(field for field in REST[kind] if field not in first)


def likely_kind(proposals: Mapping[FileKind, Mapping[str, Column]]) -> FileKind:
    """What a row most likely is: told by whether the ticket's number repeats, and by what was found beside it."""
    of_a_ticket = proposals[FileKind.TICKETS]
    lacking = {kind: [field for field in required(kind) if field not in found] for kind, found in proposals.items()}
    number = of_a_ticket.get("ticket_id")
    if number is None:
        of_clients = "opened_at" not in of_a_ticket and not lacking[FileKind.CLIENTS]
        return FileKind.CLIENTS if of_clients else FileKind.TICKETS
    if number.cells >= ROWS_THAT_TELL and repeats(number):
        logs = [kind for kind in (FileKind.UPDATES, FileKind.EVENTS) if not lacking[kind]]
        return logs[0] if logs else FileKind.TICKETS
    if lacking[FileKind.TICKETS] and not lacking[FileKind.STATUS_HISTORY]:
        return FileKind.STATUS_HISTORY
    return FileKind.TICKETS
